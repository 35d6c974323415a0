import { ApiProperty } from '@nestjs/swagger';
import {
  DIFFERENCE_KINDS,
  LIST_STAGES,
  VERSION_STANDINGS,
  VERSION_STATES,
  VERSION_VERBS,
  type DifferenceKind,
  type ListStage,
  type VersionStanding,
  type VersionState,
  type VersionVerb,
} from '@yikou/domain';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';
import { StandardDto } from './standard.dto.js';

const LEVELS = ['STREET', 'COMMUNITY'] as const;

export class DraftQueryDto extends PageQueryDto {
  @IsOptional() @IsIn(VERSION_STATES) state?: VersionState;
  /** Only those that wait for whoever asks to carry them on. */
  @IsOptional()
  @Transform(({ value }) => value === 'true')
  @IsBoolean()
  waiting?: boolean;
}

export class DraftSummaryDto {
  id: string;
  itemCode: string;
  name: string;
  /** Number of the version it will be. */
  number: number;
  @ApiProperty({ enum: VERSION_STATES, enumName: 'VersionState' }) state: VersionState;
  /** 梳理、审核、反馈、编制 (R30). */
  @ApiProperty({ enum: LIST_STAGES, enumName: 'ListStage' }) stage: ListStage;
  reviewUnitName: string | null;
  updatedAt: Date;
}

export class DraftPageDto {
  items: DraftSummaryDto[];
  nextCursor: string | null;
}

export class DraftProblemDto {
  /** Dotted path into the content, such as materials.2.name. */
  field: string;
  code: string;
  title: string;
}

export class DraftCommentDto {
  id: string;
  field: string;
  text: string;
  authorName: string;
  at: Date;
}

export class DraftDto extends DraftSummaryDto {
  /** Lock: hand it back with the next change. */
  version: number;
  standard: StandardDto;
  reviewUnitId: string | null;
  /** The version that applies now, to compare with; null where the item has none. */
  inForceId: string | null;
  returnReason: string | null;
  /** From 0 to 1. */
  completeness: number;
  /** Everything that publishing would refuse (R31, R33). */
  problems: DraftProblemDto[];
  comments: DraftCommentDto[];
  @ApiProperty({ enum: VERSION_VERBS, isArray: true }) allowedActions: VersionVerb[];
}

export class ComposeDraftDto {
  /** The district's own code. */
  @IsString() @Matches(/^[A-Z0-9][A-Z0-9-]{2,63}$/) code: string;
  @IsString() @MinLength(1) @MaxLength(200) @PlainText() name: string;
  @IsIn(LEVELS) level: (typeof LEVELS)[number];
}

export class DraftVersionDto {
  /** The `version` that was seen. */
  @IsInt() @Min(1) @Max(2_147_483_647) version: number;
}

export class EditDraftDto extends DraftVersionDto {
  @IsObject() @ValidateNested() @Type(() => StandardDto) standard: StandardDto;
  /** The unit of the lead department that reviews it. */
  @IsOptional() @IsUUID() reviewUnitId?: string;
}

export class ReturnDraftDto extends DraftVersionDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;
}

export class PublishDraftDto extends DraftVersionDto {
  /** The first day on which it applies. */
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) effectiveFrom: string;
}

export class CommentDraftDto {
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() field: string;
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() text: string;
}

export class DifferenceQueryDto {
  /** A published version or one in the making. */
  @IsUUID() from: string;
  @IsUUID() to: string;
  /** Also what both say alike. */
  @IsOptional()
  @Transform(({ value }) => value === 'true')
  @IsBoolean()
  all?: boolean;
}

export const COMPARED_KINDS = [...DIFFERENCE_KINDS, 'SAME'] as const;

export class DifferenceDto {
  path: string;
  label: string;
  @ApiProperty({ enum: COMPARED_KINDS, enumName: 'DifferenceKind' }) kind: DifferenceKind | 'SAME';
  @ApiProperty({ nullable: true, description: '改前的值' }) before: unknown;
  @ApiProperty({ nullable: true, description: '改后的值' }) after: unknown;
  /** One of the four elements that are the same in every street (R34). */
  core: boolean;
}

export class DifferencesDto {
  items: DifferenceDto[];
}

export class VersionSummaryDto {
  id: string;
  number: number;
  name: string;
  effectiveFrom: string;
  publishedAt: Date;
  /** Applies now. */
  current: boolean;
  @ApiProperty({ enum: VERSION_STANDINGS, enumName: 'VersionStanding' }) standing: VersionStanding;
  /** The first day on which it no longer applies, by decision; null where none was made. */
  retiredFrom: string | null;
  retireReason: string | null;
}

export class VersionListDto {
  items: VersionSummaryDto[];
}
