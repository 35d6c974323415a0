import { ApiProperty } from '@nestjs/swagger';
import {
  FILING_STATES,
  FILING_VERBS,
  OUTCOMES,
  type FilingState,
  type FilingVerb,
  type Outcome,
} from '@yikou/domain';
import {
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { DeadlineDto } from '../deadlines/index.js';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const ROW_KINDS = ['IN_WEEK', 'LATE', 'CORRECTED'] as const;

export class FilingUnitDto {
  id: string;
  name: string;
}

export class FilingDto {
  id: string;
  /** Send it back with every verb; a stale one is refused with `filing.stale`. */
  version: number;
  /** Its Monday. */
  week: string;
  /** Its Sunday. */
  weekEnds: string;
  centre: FilingUnitDto;
  section: FilingUnitDto;
  itemCode: string;
  itemName: string;
  @ApiProperty({ enum: FILING_STATES, enumName: 'FilingState' }) state: FilingState;
  caseCount: number;
  openQueries: number;
  sentAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedByName: string | null;
  /** By when the section acknowledges, or the centre answers. */
  deadline: DeadlineDto | null;
  @ApiProperty({ enum: FILING_VERBS, enumName: 'FilingVerb', isArray: true })
  allowedActions: FilingVerb[];
}

export class FilingWeekDto {
  week: string;
  weekEnds: string;
  madeAt: Date;
  /** Of the whole district. */
  filingCount: number;
  caseCount: number;
}

export class FilingPageDto {
  /** The last week whose lists were made; a week without decisions makes no list, but is named here. */
  latestWeek: FilingWeekDto | null;
  items: FilingDto[];
  nextCursor: string | null;
}

export class FilingQueryDto extends PageQueryDto {
  @IsOptional() @IsEnum(FILING_STATES) state?: FilingState;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) week?: string;
  @IsOptional() @IsUUID() centreUnitId?: string;
  @IsOptional() @IsUUID() sectionUnitId?: string;
}

export class FilingQuestionDto {
  question: string;
  askedByName: string | null;
  askedAt: Date;
  answer: string | null;
  answeredByName: string | null;
  answeredAt: Date | null;
}

export class FilingRowDto {
  place: number;
  /** LATE: decided before the week; CORRECTED: filed before with another result. */
  @ApiProperty({ enum: ROW_KINDS, enumName: 'FilingRowKind' }) kind: (typeof ROW_KINDS)[number];
  caseId: string;
  caseNumber: string;
  /** Masked name. */
  applicantName: string;
  @ApiProperty({ enum: OUTCOMES, enumName: 'Outcome' }) outcome: Outcome;
  resultNumber: string | null;
  authority: string | null;
  decidedAt: Date;
  /** In the order in which they were asked; the last may be open. */
  queries: FilingQuestionDto[];
}

export class FilingRowPageDto {
  items: FilingRowDto[];
  nextCursor: string | null;
}

export class AcknowledgeFilingDto {
  @IsInt() @Min(1) version: number;
}

export class AskFilingDto extends AcknowledgeFilingDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() question: string;
}

export class AnswerFilingDto extends AcknowledgeFilingDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() answer: string;
}
