import { ApiProperty } from '@nestjs/swagger';
import {
  AUTHORISATION_STANDINGS,
  HANDLING_KINDS,
  ITEM_CLASSES,
  OFFERING_STANDINGS,
  OFFERING_VERBS,
  READINESS_LIST,
  SECTION_REASONS,
  type AuthorisationStanding,
  type HandlingKind,
  type ItemClass,
  type OfferingStanding,
  type OfferingVerb,
  type ReadinessPoint,
  type SectionReason,
} from '@yikou/domain';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const POINT_STATES = ['READY', 'NOT_NEEDED', 'NOT_READY'] as const;
const HANDLERS = ['COUNTER', 'SECTION'] as const;

/** Null is what holds for the whole hall. */
export class LocalContentDto {
  address: string | null;
  telephone: string | null;
  openingHours: string | null;
  /** Numbers; empty for any comprehensive counter (R40). */
  counters: number[];
}

/** The fields that a hall fills in for itself; what is left out stays as it is. */
export class ChangeLocalContentDto {
  @IsOptional() @IsString() @MaxLength(200) @PlainText() address?: string | null;
  @IsOptional() @IsString() @MaxLength(50) @PlainText() telephone?: string | null;
  @IsOptional() @IsString() @MaxLength(200) @PlainText() openingHours?: string | null;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999, { each: true })
  counters?: number[];
}

export class OfferingSectionDto {
  id: string;
  name: string;
}

export class OfferingAuthorisationDto {
  @ApiProperty({ enum: AUTHORISATION_STANDINGS, enumName: 'AuthorisationStanding' })
  standing: AuthorisationStanding;
  validUntil: string | null;
  daysLeft: number | null;
}

export class ReadinessCheckDto {
  @ApiProperty({ enum: READINESS_LIST, enumName: 'ReadinessPoint' }) point: ReadinessPoint;
  @ApiProperty({ enum: POINT_STATES, enumName: 'ReadinessState' })
  state: (typeof POINT_STATES)[number];
  note: string;
  checkedByName: string;
  checkedAt: Date;
}

export class OfferingDto {
  itemCode: string;
  itemName: string;
  theme: string;
  @ApiProperty({ enum: ITEM_CLASSES, enumName: 'ItemClass' }) class: ItemClass;
  @ApiProperty({ enum: HANDLING_KINDS, enumName: 'HandlingKind' }) handlingKind: HandlingKind;
  versionNumber: number;
  startedOn: string;
  /** The first day on which it is offered no more. */
  endedOn: string | null;
  endReason: string | null;
  @ApiProperty({ enum: OFFERING_STANDINGS, enumName: 'OfferingStanding' })
  standing: OfferingStanding;
  local: LocalContentDto;
  /** The section in whose name the centre decides, and which steps in where it cannot. */
  section: OfferingSectionDto | null;
  /** R48: the counter decides it in the name of a section. */
  needsAuthorisation: boolean;
  /** The one that lasts longest; null where there was none. */
  authorisation: OfferingAuthorisationDto | null;
  dedicatedNetwork: string | null;
  /** R49: points not ready, or never looked at. */
  @ApiProperty({ enum: READINESS_LIST, enumName: 'ReadinessPoint', isArray: true })
  openPoints: ReadinessPoint[];
  checks: ReadinessCheckDto[];
  /** Who closes a case that is taken in now. */
  @ApiProperty({ enum: HANDLERS, enumName: 'HandledBy' }) handledBy: (typeof HANDLERS)[number];
  @ApiProperty({ enum: SECTION_REASONS, enumName: 'SectionReason', nullable: true })
  because: SectionReason | null;
  @ApiProperty({ enum: OFFERING_VERBS, enumName: 'OfferingVerb', isArray: true })
  allowedActions: OfferingVerb[];
}

export class OfferingPageDto {
  items: OfferingDto[];
  nextCursor: string | null;
}

export class OfferingQueryDto extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(32) @PlainText() theme?: string;
  @IsOptional() @IsEnum(HANDLING_KINDS) handlingKind?: HandlingKind;
  /** R47: convenience services are listed apart. */
  @IsOptional() @IsEnum(ITEM_CLASSES) class?: ItemClass;
}

export class OfferItemDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  /** Without it, today. */
  @IsOptional() @Matches(DAY) startedOn?: string;
  /** The first day on which it is offered no more; without it, until further notice. */
  @IsOptional() @Matches(DAY) endedOn?: string;
  @IsOptional() @IsUUID() sectionUnitId?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  counters?: number[];
}

export class WithdrawOfferingDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;
  /** The first day on which it is offered no more; without it, today. */
  @IsOptional() @Matches(DAY) from?: string;
}

export class CheckReadinessDto {
  @IsIn(READINESS_LIST) point: ReadinessPoint;
  @IsIn(POINT_STATES) state: (typeof POINT_STATES)[number];
  @IsOptional() @IsString() @MaxLength(200) @PlainText() note?: string;
}
