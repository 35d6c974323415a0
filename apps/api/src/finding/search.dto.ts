import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_STATES, type CaseState } from '@yikou/domain';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PlainText } from '../plain-text.js';

export const FOUND_BY = ['NUMBER', 'APPLICANT', 'ITEM', 'NAME'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** One line, whatever it is; a whole identity number or telephone travels in this body alone (P5). */
export class SearchCasesDto {
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() text: string;
  /** Only what was found this way, to go on in one group. */
  @IsOptional()
  @IsIn(FOUND_BY)
  @ApiPropertyOptional({ enum: FOUND_BY, enumName: 'FoundBy' })
  by?: FoundBy;
  /** The `nextCursor` of that group. */
  @IsOptional() @IsString() @MaxLength(200) @PlainText() cursor?: string;
  /** Cases a group, 1 to 50; 5 by default. */
  @IsOptional() @IsInt() @Min(1) @Max(50) limit?: number;
}

export class FoundCaseDto {
  id: string;
  number: string;
  itemName: string;
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseState' }) state: CaseState;
  /** Masked. */
  applicantName: string;
  takingUnitName: string;
  registeredAt: Date;
}

export class FoundGroupDto {
  @ApiProperty({ enum: FOUND_BY, enumName: 'FoundBy' }) by: FoundBy;
  /** The newest first. */
  items: FoundCaseDto[];
  nextCursor: string | null;
}

export class FoundCasesDto {
  /** Groups in which something was found, the surest first. */
  groups: FoundGroupDto[];
  /** The text is a whole number of a person: it must not get into an address. */
  personal: boolean;
}
