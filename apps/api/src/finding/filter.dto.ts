import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { PlainText } from '../plain-text.js';
import { CaseFilterDto } from '../workflow/index.js';

export const CASE_COLUMNS = [
  'item',
  'applicant',
  'state',
  'path',
  'taking',
  'holder',
  'deadline',
  'registered',
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

export class KeepFilterDto {
  @IsString() @MinLength(1) @MaxLength(30) @PlainText() name: string;
  /** For everybody of the asker's unit. */
  @IsBoolean() shared: boolean;
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => CaseFilterDto)
  filter: CaseFilterDto;
}

export class ChangeFilterDto {
  @IsOptional() @IsString() @MinLength(1) @MaxLength(30) @PlainText() name?: string;
  @IsOptional() @IsBoolean() shared?: boolean;
}

export class SavedFilterDto {
  id: string;
  name: string;
  shared: boolean;
  /** The asker kept it and may change it. */
  own: boolean;
  /** Who shares it. */
  ownerName: string;
  filter: CaseFilterDto;
}

export class ChangeListSettingsDto {
  /** Columns to show, in this order; null for the usual ones. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CASE_COLUMNS.length)
  @ArrayUnique()
  @IsIn(CASE_COLUMNS, { each: true })
  @ApiProperty({
    enum: CASE_COLUMNS,
    enumName: 'CaseColumn',
    isArray: true,
    nullable: true,
    required: false,
  })
  columns?: CaseColumn[] | null;
  /** The filter that the list opens with; null for none. */
  @IsOptional()
  @IsUUID()
  @ApiProperty({ type: String, nullable: true, required: false })
  defaultFilterId?: string | null;
}

export class CaseListSettingsDto {
  /** Own ones and those shared within the unit, by name. */
  filters: SavedFilterDto[];
  @ApiProperty({ enum: CASE_COLUMNS, enumName: 'CaseColumn', isArray: true, nullable: true })
  columns: CaseColumn[] | null;
  @ApiProperty({ type: String, nullable: true }) defaultFilterId: string | null;
}
