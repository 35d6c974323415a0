import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const OPEN = ['AMBIGUOUS', 'REPEATED', 'UNMATCHED'] as const;

export const SETTLEMENTS = [
  /** It is this standard item. */
  'ITEM',
  /** The standard does not know it. */
  'EXTRA',
  /** It repeats another row, or should not be there. */
  'DROPPED',
] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export class UnsettledQueryDto extends PageQueryDto {
  @IsOptional() @IsString() @Matches(/^\d{12}$/) area?: string;
}

export class EntryCandidateDto {
  code: string;
  name: string;
  /** How alike the names are, 0 to 1. */
  similarity: number;
  /** Another row of the list has it already. */
  taken: boolean;
}

export class UnsettledEntryDto {
  id: string;
  areaCode: string;
  areaName: string;
  /** Place in the file, from 1. */
  position: number;
  code: string;
  name: string;
  @ApiProperty({ enum: OPEN }) found: (typeof OPEN)[number];
  candidates: EntryCandidateDto[];
}

export class UnsettledPageDto {
  items: UnsettledEntryDto[];
  nextCursor: string | null;
}

export class SettleEntryDto {
  @ApiProperty({ enum: SETTLEMENTS, enumName: 'Settlement' })
  @IsIn(SETTLEMENTS)
  as: Settlement;

  /** The standard item, where it is one. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode?: string;
}

export class SettledEntryDto {
  id: string;
  @ApiProperty({ enum: SETTLEMENTS, enumName: 'Settlement' }) as: Settlement;
  itemCode: string | null;
}
