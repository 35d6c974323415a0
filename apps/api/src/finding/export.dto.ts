import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DEADLINE_KINDS,
  EXPORT_STATES,
  EXPORTED_LISTS,
  WORKLISTS,
  type DeadlineKind,
  type ExportedList,
  type ExportState,
  type Light,
  type Worklist,
} from '@yikou/domain';
import { IsEnum, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PlainText } from '../plain-text.js';
import { CaseFilterDto } from '../workflow/index.js';

const LIGHTS = ['NORMAL', 'WARNING', 'OVERDUE', 'PAUSED'] as const;

/** A list and what it is narrowed by, as the list itself takes it. */
export class RequestExportDto extends CaseFilterDto {
  @IsIn(EXPORTED_LISTS)
  @ApiProperty({ enum: EXPORTED_LISTS, enumName: 'ExportedList' })
  list: ExportedList;
  /** CASES: beginning of the case number. */
  @IsOptional() @IsString() @MaxLength(30) @PlainText() number?: string;
  /** WORKLIST: which one. */
  @IsOptional()
  @IsIn(WORKLISTS)
  @ApiPropertyOptional({ enum: WORKLISTS, enumName: 'Worklist' })
  worklist?: Worklist;
  /** DEADLINES: of one kind. */
  @IsOptional() @IsEnum(DEADLINE_KINDS) kind?: DeadlineKind;
  /** DEADLINES: only those that this unit would be late with. */
  @IsOptional() @IsUUID() ownerUnitId?: string;
  @IsOptional()
  @IsIn(LIGHTS)
  @ApiPropertyOptional({ enum: LIGHTS, enumName: 'Light' })
  declare light?: Light;
}

export class ExportDto {
  id: string;
  @ApiProperty({ enum: EXPORTED_LISTS, enumName: 'ExportedList' }) list: ExportedList;
  @ApiProperty({ enum: EXPORT_STATES, enumName: 'ExportState' }) state: ExportState;
  /** Written so far. */
  rowsDone: number;
  /** The list was longer than the 100,000 rows that a workbook holds. */
  truncated: boolean;
  requestedAt: Date;
  finishedAt: Date | null;
  /** When the file is deleted. */
  expiresAt: Date | null;
  bytes: number | null;
}

export class ExportPageDto {
  items: ExportDto[];
  nextCursor: string | null;
}
