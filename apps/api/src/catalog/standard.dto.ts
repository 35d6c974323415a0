import { ApiProperty } from '@nestjs/swagger';
import {
  CLOSURES,
  FEATURED_TAGS,
  HANDLING_KINDS,
  ITEM_CLASSES,
  type Closure,
  type DayUnit,
  type FeaturedTag,
  type HandlingKind,
  type ItemClass,
  type ServiceObject,
  type StepRole,
} from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../plain-text.js';

const LEVELS = ['STREET', 'COMMUNITY'] as const;
const DAY_UNITS = ['WORKING_DAY', 'CALENDAR_DAY'] as const;
const ALL_LEVELS = ['CITY', 'DISTRICT', 'STREET', 'COMMUNITY'] as const;
const FORMS = ['ORIGINAL', 'COPY', 'ORIGINAL_AND_COPY', 'ELECTRONIC'] as const;
const STEP_ROLES = [
  'COUNTER_CLERK',
  'BUSINESS_SECTION',
  'COMMUNITY_CLERK',
  'PARTNER_DEPARTMENT',
  'UPPER_DEPARTMENT',
] as const;

/** Null stands for what the draft does not say yet. */
const OrNull = () => ValidateIf((_, value) => value !== null);
const Text =
  (longest: number): PropertyDecorator =>
  (target, key) => {
    for (const rule of [IsString(), MaxLength(longest), PlainText()]) rule(target, key);
  };
const Whole =
  (most: number): PropertyDecorator =>
  (target, key) => {
    for (const rule of [IsInt(), Min(0), Max(most)]) rule(target, key);
  };
const Texts =
  (longest: number): PropertyDecorator =>
  (target, key) => {
    const each = { each: true };
    for (const rule of [IsArray(), ArrayMaxSize(100), IsString(each), MaxLength(longest, each)]) {
      rule(target, key);
    }
  };
const Several =
  (type: () => new () => object): PropertyDecorator =>
  (target, key) => {
    for (const rule of [IsArray(), ArrayMaxSize(100), ValidateNested({ each: true }), Type(type)]) {
      rule(target, key);
    }
  };
const One =
  (type: () => new () => object): PropertyDecorator =>
  (target, key) => {
    for (const rule of [IsObject(), ValidateNested(), Type(type)]) rule(target, key);
  };

export class CategoryDto {
  /** GB/T 39046-2020 A.1. */
  @Text(8) code: string;
  @Text(50) name: string;
}

export class HandlerDto {
  @IsIn(ALL_LEVELS) level: (typeof ALL_LEVELS)[number];
  @OrNull() @Text(32) body: string | null;
}

export class StandardStepDto {
  @Text(100) name: string;
  @IsIn(STEP_ROLES) role: StepRole;
  /** In the unit of the promised limit; 0 means no limit of its own. */
  @Whole(3650) days: number;
  @Several(() => HandlerDto) handlers: HandlerDto[];
  @OrNull() @Text(50) parallelGroup: string | null;
  @IsBoolean() onSiteInspection: boolean;
  @IsBoolean() substantive: boolean;
}

export class StandardMaterialDto {
  @Text(200) name: string;
  @IsIn(FORMS) form: (typeof FORMS)[number];
  @Whole(99) copies: number;
  @IsBoolean() required: boolean;
  @Text(500) note: string;
  @Text(200) source: string;
  @OrNull() @Text(200) sampleFile: string | null;
  @OrNull() @Text(200) blankForm: string | null;
  @IsBoolean() reusable: boolean;
}

export class DayLimitDto {
  @OrNull() @Whole(3650) amount: number | null;
  @IsIn(DAY_UNITS) unit: DayUnit;
}

export class StandardLimitsDto {
  @One(() => DayLimitDto) statutory: DayLimitDto;
  @Text(500) statutoryNote: string;
  @One(() => DayLimitDto) promised: DayLimitDto;
  @OrNull() @Whole(1440) onTheSpotMinutes: number | null;
}

export class StandardProcedureDto {
  @Text(32) kind: string;
  @Text(100) name: string;
  @Whole(3650) days: number;
  @IsIn(DAY_UNITS) unit: DayUnit;
  @IsBoolean() countsInLimit: boolean;
}

export class StandardFeeDto {
  @IsBoolean() charged: boolean;
  /** In fen. */
  @OrNull() @Whole(100_000_000) amountFen: number | null;
  @OrNull() @Text(200) amount: string | null;
  @OrNull() @Text(500) basis: string | null;
}

export class StandardLegalBasisDto {
  @Text(200) title: string;
  @Text(500) article: string;
}

/** The whole content of an item version (GB/T 39046-2020, table 4). */
export class StandardDto {
  @Text(64) code: string;
  @OrNull() @Text(64) basicCode: string | null;
  @OrNull() @Text(64) implementationCode: string | null;
  @Text(200) name: string;
  @Text(200) nameEn: string;
  @IsIn(LEVELS) level: (typeof LEVELS)[number];
  @ApiProperty({ enum: ITEM_CLASSES }) @IsIn(ITEM_CLASSES) class: ItemClass;
  @ApiProperty({ enum: FEATURED_TAGS, isArray: true })
  @IsArray()
  @IsIn(FEATURED_TAGS, { each: true })
  featuredTags: FeaturedTag[];
  @One(() => CategoryDto) category: CategoryDto;
  @Texts(50) themes: string[];
  @Text(200) serviceObject: string;
  /** GB/T 39046-2020 A.4. */
  @ApiProperty({ type: String, isArray: true }) @Texts(1) serviceObjects: ServiceObject[];
  @ApiProperty({ enum: HANDLING_KINDS, nullable: true })
  @OrNull()
  @IsIn(HANDLING_KINDS)
  handlingKind: HandlingKind | null;
  @ApiProperty({ enum: CLOSURES, nullable: true })
  @OrNull()
  @IsIn(CLOSURES)
  closure: Closure | null;
  @Text(200) ownerDepartment: string;
  @Text(200) leadDepartment: string;
  @Texts(1000) conditions: string[];
  @Several(() => StandardStepDto) steps: StandardStepDto[];
  @Several(() => StandardMaterialDto) materials: StandardMaterialDto[];
  @One(() => StandardLimitsDto) limits: StandardLimitsDto;
  @Several(() => StandardProcedureDto) specialProcedures: StandardProcedureDto[];
  @ApiProperty({ type: StandardFeeDto, nullable: true })
  @OrNull()
  @One(() => StandardFeeDto)
  fee: StandardFeeDto | null;
  @Several(() => StandardLegalBasisDto) legalBases: StandardLegalBasisDto[];
  @Texts(200) resultDocuments: string[];
  @Texts(32) deliveryMethods: string[];
  @OrNull() @Whole(99) onSiteVisits: number | null;
  @Text(500) visitsReason: string;
  @Text(200) crossRegion: string;
  @OrNull() @Text(200) dedicatedNetwork: string | null;
  @Text(500) source: string;
  @IsOptional() @Text(50) confidence: string;
  @Text(1000) note: string;
}
