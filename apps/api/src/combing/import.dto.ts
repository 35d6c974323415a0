import { ApiProperty } from '@nestjs/swagger';
import type { ItemRules } from '@yikou/domain';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { LIST_FORMATS, type ListFormat } from '../documents/index.js';
import { ListProblemDto } from '../list-problem.dto.js';
import { PageQueryDto } from '../page.dto.js';
import { IMPORT_STATES, type ImportState } from './combing.entity.js';

export const LEVELS = ['STREET', 'COMMUNITY'] as const;
type Level = ItemRules['level'];

const FOUND = ['SIMILAR_NAME', 'AMBIGUOUS', 'REPEATED', 'UNMATCHED'] as const;

export class SubmitListQueryDto {
  /** Division code of the street (or community) whose list it is. */
  @IsString() @Matches(/^\d{12}$/) area: string;

  /** Only items of this level are compared; without it, all that the area's halls handle. */
  @IsOptional() @ApiProperty({ enum: LEVELS, required: false }) @IsIn(LEVELS) level?: Level;

  /** Says what would happen and changes nothing. */
  @IsOptional()
  @Transform(({ value }) =>
    value === 'true' ? true : value === 'false' ? false : (value as unknown),
  )
  @IsBoolean()
  dryRun?: boolean;
}

export class ListTemplateQueryDto {
  @ApiProperty({ enum: LIST_FORMATS, enumName: 'ListFormat' })
  @IsIn(LIST_FORMATS)
  format: ListFormat;
}

export class ImportQueryDto extends PageQueryDto {
  @IsOptional() @IsString() @Matches(/^\d{12}$/) area?: string;
}

export class ImportSummaryDto {
  id: string;
  areaCode: string;
  areaName: string;
  @ApiProperty({ enum: LEVELS, isArray: true }) levels: Level[];
  fileName: string;
  @ApiProperty({ enum: LIST_FORMATS, enumName: 'ListFormat' }) format: ListFormat;
  dryRun: boolean;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' }) state: ImportState;
  rowsRead: number;
  rowsMatched: number;
  rowsWritten: number;
  problemCount: number;
  createdAt: Date;
  createdByName: string;
  finishedAt: Date | null;
}

export class ImportPageDto {
  items: ImportSummaryDto[];
  nextCursor: string | null;
}

export class OutcomeRowDto {
  /** Place in the file, from 1. */
  position: number;
  code: string;
  name: string;
  @ApiProperty({ enum: FOUND }) found: (typeof FOUND)[number];
  /** The standard items that it was taken for or may be, the likest first. */
  items: string[];
}

export class ImportOutcomeDto {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  byCode: number;
  byName: number;
  bySimilarName: number;
  /** As a person had settled it in the edition before. */
  byPerson: number;
  ambiguous: number;
  repeated: number;
  unmatched: number;
  rows: OutcomeRowDto[];
}

export class ImportDto extends ImportSummaryDto {
  /** The first two hundred; the returned sheet has all. */
  problems: ListProblemDto[];
  outcome: ImportOutcomeDto | null;
  refusalCode: string | null;
  /** Why the file was not taken at all, and how to mend it. */
  refusalTitle: string | null;
  mayCancel: boolean;
  hasReturnedSheet: boolean;
}
