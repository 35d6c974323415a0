import { ApiProperty } from '@nestjs/swagger';
import { DRAFT_IMPORT_STEPS, type DraftImportStep } from '@yikou/domain';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { ListProblemDto } from '../list-problem.dto.js';

export class ImportDraftsQueryDto {
  /** Says what would happen and changes nothing. */
  @IsOptional()
  @Transform(({ value }) =>
    value === 'true' ? true : value === 'false' ? false : (value as unknown),
  )
  @IsBoolean()
  dryRun?: boolean;

  /** The department that reviews them; it can be named later, draft by draft. */
  @IsOptional() @IsUUID() reviewUnitId?: string;
}

export class DraftImportRowDto {
  code: string;
  name: string;
  @ApiProperty({ enum: DRAFT_IMPORT_STEPS, enumName: 'DraftImportStep' }) step: DraftImportStep;
  /** Null where nothing was begun. */
  draftId: string | null;
}

export class DraftImportDto {
  dryRun: boolean;
  /** Whether the drafts were begun: all of them, or with a single problem none. */
  isDone: boolean;
  composed: number;
  revised: number;
  unchanged: number;
  /** The items that could be read, in the order of the file. */
  rows: DraftImportRowDto[];
  problemCount: number;
  /** The first two hundred; the returned sheet has all. */
  problems: ListProblemDto[];
}
