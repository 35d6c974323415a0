import { ApiProperty } from '@nestjs/swagger';
import { AREA_LEVELS, LIST_STAGES, VERSION_STATES, VERSION_VERBS } from '@yikou/domain';
import type { AreaLevel, ListStage, VersionState, VersionVerb } from '@yikou/domain';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../plain-text.js';
import { VersionSummaryDto } from './draft.dto.js';
import { StandardDto } from './standard.dto.js';

/** The version of an item that is in the making. */
export class OpenDraftDto {
  id: string;
  number: number;
  @ApiProperty({ enum: VERSION_STATES, enumName: 'VersionState' }) state: VersionState;
  @ApiProperty({ enum: LIST_STAGES, enumName: 'ListStage' }) stage: ListStage;
}

/** An item as those who build the list see it. */
export class CatalogEntryDto {
  code: string;
  /** Of the version in force, or else of the last one. */
  name: string;
  /** The newest hundred, newest first. */
  versions: VersionSummaryDto[];
  @ApiProperty({ type: OpenDraftDto, nullable: true }) draft: OpenDraftDto | null;
  @ApiProperty({ enum: VERSION_VERBS, isArray: true }) allowedActions: VersionVerb[];
}

/** What a version says: a published one, or one in the making. */
export class VersionContentDto {
  id: string;
  code: string;
  number: number;
  /** Null while it is in the making. */
  effectiveFrom: string | null;
  standard: StandardDto;
}

export class RetireItemDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;
  /** The last day on which a request for it is taken. */
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) lastDay: string;
}

export class NamedCodeDto {
  code: string;
  name: string;
}

/** Who may work on a step: what a section or department of a level is called. */
export class BodyDto {
  @ApiProperty({ enum: AREA_LEVELS, enumName: 'AreaLevel' }) level: AreaLevel;
  code: string;
  name: string;
}

export class StandardElementDto {
  /** Dotted path into the content. */
  field: string;
  label: string;
  /** One of the seven that the plan names (R33). */
  mandatoryByR33: boolean;
}

/** The words that a standard is written in. */
export class CatalogVocabularyDto {
  /** GB/T 39046-2020 A.1; a code may have several names. */
  categories: NamedCodeDto[];
  /** GB/T 39046-2020 A.4. */
  serviceObjects: NamedCodeDto[];
  deliveryMethods: NamedCodeDto[];
  /** Sections and departments that steps can be given to. */
  bodies: BodyDto[];
  /** What the completeness of a version is counted by. */
  elements: StandardElementDto[];
  /** What whoever asks may do without any item: begin one. */
  @ApiProperty({ enum: VERSION_VERBS, isArray: true }) allowedActions: VersionVerb[];
}
