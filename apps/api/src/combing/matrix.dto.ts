import { ApiProperty } from '@nestjs/swagger';
import {
  CELL_DECISIONS,
  CELL_STATES,
  type CellDecision,
  type CellState,
  type ItemRules,
} from '@yikou/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { DifferenceDto, StandardDto } from '../catalog/index.js';
import { PlainText } from '../plain-text.js';
import { LEVELS } from './import.dto.js';

const MOST_VERSION = 2_147_483_647;

export class MatrixQueryDto {
  /** Items of this level alone. */
  @IsOptional()
  @ApiProperty({ enum: LEVELS, required: false })
  @IsIn(LEVELS)
  level?: ItemRules['level'];
  @IsOptional() @IsString() @MinLength(1) @MaxLength(50) @PlainText() theme?: string;
  /** The lists of this area and those below it. */
  @IsOptional() @IsString() @Matches(/^\d{12}$/) area?: string;
  /** The `nextCursor` of the window before. */
  @IsOptional() @IsString() @MaxLength(2000) @PlainText() cursor?: string;
  /** Columns a window, 1 to 1000. */
  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : Number(value)))
  @IsInt()
  @Min(1)
  @Max(1000)
  limit?: number;
}

export class ShareDto {
  /** Cells that are the same or explained, 0 to 1. */
  consistent: number;
  /** The same for the core content alone; the plan's target is 1 (R34). */
  coreConsistent: number;
}

export class MatrixColumnDto {
  /** The item's code, or `+` and the comparable name of something extra. */
  key: string;
  name: string;
  isExtra: boolean;
  share: ShareDto;
}

export class MatrixCellDto {
  @ApiProperty({ enum: CELL_STATES, enumName: 'CellState' }) state: CellState;
  differences: number;
  /** R34: how many of them touch the core content. */
  core: number;
}

export class MatrixRowDto {
  areaCode: string;
  areaName: string;
  /** Which submission of the area it is, from 1. */
  edition: number;
  madeAt: Date;
  /** Rows of the list that still have to be settled; they stand in no cell. */
  unsettled: number;
  share: ShareDto;
  /** One per column of the window. */
  cells: MatrixCellDto[];
}

export class MatrixDto {
  /** Of all columns, also those outside the window; as are the shares of the rows. */
  share: ShareDto;
  columnCount: number;
  /** The window of columns. */
  columns: MatrixColumnDto[];
  rows: MatrixRowDto[];
  /** Whoever asks hands lists in and settles their rows. */
  mayImport: boolean;
  nextCursor: string | null;
}

export class CellQueryDto {
  @IsString() @Matches(/^\d{12}$/) area: string;
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() column: string;
}

export class CellDifferenceDto extends DifferenceDto {
  /** What `changeStandard` takes over for it; null where a version cannot. */
  field: string | null;
}

export class CellDecisionDto {
  @ApiProperty({ enum: CELL_DECISIONS, enumName: 'CellDecision' }) decision: CellDecision;
  reason: string | null;
  byName: string;
  at: Date;
  /** The version in the making that the street's text went into. */
  draftId: string | null;
}

export class CellDto extends MatrixCellDto {
  areaCode: string;
  areaName: string;
  column: string;
  name: string;
  isExtra: boolean;
  edition: number;
  /** Number of the version in force; null for something extra. */
  standardNumber: number | null;
  /** How often the cell was decided on. */
  version: number;
  points: CellDifferenceDto[];
  standard: StandardDto | null;
  street: StandardDto | null;
  /** The last one. */
  decision: CellDecisionDto | null;
  @ApiProperty({ enum: CELL_DECISIONS, enumName: 'CellDecision', isArray: true })
  allowedActions: CellDecision[];
}

export class DecidedCellDto {
  /** Null where what stood in it is gone. */
  @ApiProperty({ type: CellDto, nullable: true }) cell: CellDto | null;
}

/** The cell as it was seen: what changed meanwhile is told, and nothing is done. */
export class CellSeenDto extends CellQueryDto {
  @IsInt() @Min(1) @Max(MOST_VERSION) edition: number;
  @ApiProperty({ type: Number, nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(MOST_VERSION)
  standardNumber: number | null;
  @IsInt() @Min(0) @Max(MOST_VERSION) version: number;
}

export class ChangeStandardDto extends CellSeenDto {
  /** Fields whose text the standard takes from the street. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @Type(() => String)
  fields: string[];
}

export class ExplainCellDto extends CellSeenDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;
}
