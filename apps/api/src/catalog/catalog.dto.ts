import { ApiProperty } from '@nestjs/swagger';
import {
  CASE_PATHS,
  CLOSURES,
  HANDLING_KINDS,
  ITEM_CLASSES,
  type CasePath,
  type Closure,
  type HandlingKind,
  type ItemClass,
} from '@yikou/domain';
import { IsEnum, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const ITEM_LEVELS = ['STREET', 'COMMUNITY'] as const;
type ItemLevel = (typeof ITEM_LEVELS)[number];
const ITEM_STANDINGS = ['IN_FORCE', 'NOT_IN_FORCE'] as const;
type ItemStanding = (typeof ITEM_STANDINGS)[number];

export class ItemQueryDto extends PageQueryDto {
  /**
   * Words of name, code, theme, department or result, all of which must be found; or pinyin, whole or its
   * initials (`zuidi` and `zdsh` find 最低生活…). Characters of a name may stand apart (低保).
   */
  @IsOptional() @IsString() @MaxLength(64) @PlainText() q?: string;
  @IsOptional() @IsEnum(ITEM_LEVELS) level?: ItemLevel;
  @IsOptional() @IsString() @MaxLength(32) @PlainText() theme?: string;
  @IsOptional() @IsEnum(HANDLING_KINDS) handlingKind?: HandlingKind;
  @IsOptional() @IsEnum(CLOSURES) closure?: Closure;
  @IsOptional() @IsEnum(ITEM_CLASSES) class?: ItemClass;
  /** Those that a request can be taken for, as usual; or those retired or still to come, in their last version. */
  @ApiProperty({ enum: ITEM_STANDINGS, enumName: 'ItemStanding', required: false })
  @IsOptional()
  @IsEnum(ITEM_STANDINGS)
  standing?: ItemStanding;
  /** Only items that this centre or station offers. */
  @IsOptional() @IsUUID() offeredBy?: string;
}

export class ItemSummaryDto {
  code: string;
  name: string;
  nameEn: string;
  theme: string;
  category: string;
  @ApiProperty({ enum: ITEM_LEVELS, enumName: 'ItemLevel' }) level: ItemLevel;
  @ApiProperty({ enum: HANDLING_KINDS, enumName: 'HandlingKind' }) handlingKind: HandlingKind;
  @ApiProperty({ enum: CLOSURES, enumName: 'Closure' }) closure: Closure;
  @ApiProperty({ enum: ITEM_CLASSES, enumName: 'ItemClass' }) class: ItemClass;
  @ApiProperty({ enum: CASE_PATHS, enumName: 'CasePath' }) path: CasePath;
  /** In the unit of `dayUnit`; 0 is on the spot. */
  promisedDays: number;
  @ApiProperty({ enum: ['WORKING_DAY', 'CALENDAR_DAY'], enumName: 'DayUnit' }) dayUnit: string;
  pinyinInitials: string;
}

export class ItemPageDto {
  items: ItemSummaryDto[];
  nextCursor: string | null;
}

export class ThemeQueryDto {
  /** Only themes of items that this centre or station offers. */
  @IsOptional() @IsUUID() offeredBy?: string;
}

export class ThemeDto {
  theme: string;
  count: number;
}

export class ThemeListDto {
  items: ThemeDto[];
}

export class StepDto {
  name: string;
  role: string;
  days: number;
}

export class MaterialDto {
  name: string;
  @ApiProperty({
    enum: ['ORIGINAL', 'COPY', 'ORIGINAL_AND_COPY', 'ELECTRONIC'],
    enumName: 'MaterialForm',
  })
  form: string;
  copies: number;
  required: boolean;
  note: string;
}

export class FeeDto {
  charged: boolean;
  amount: string | null;
  basis: string | null;
}

export class LegalBasisDto {
  title: string;
  article: string;
}

export class SpecialProcedureDto {
  kind: string;
  name: string;
  days: number;
  unit: string;
  /** True: the clock runs on during it. */
  countsInLimit: boolean;
}

export class OfferingUnitDto {
  unitId: string;
  unitCode: string;
  name: string;
  areaName: string;
  telephone: string | null;
  address: string | null;
  opensAt: string;
  closesAt: string;
  /** The item's own hours, where they are not those of the hall (R34). */
  openingHours: string | null;
  /** Numbers of its counters; empty for any comprehensive one. */
  counters: number[];
}

export class ItemDto extends ItemSummaryDto {
  versionId: string;
  versionNumber: number;
  effectiveFrom: string;
  publishedAt: Date;
  serviceObject: string;
  ownerDepartment: string;
  leadDepartment: string;
  statutoryDays: number | null;
  statutoryDayUnit: string;
  statutoryNote: string;
  onTheSpotMinutes: number;
  conditions: string[];
  steps: StepDto[];
  materials: MaterialDto[];
  specialProcedures: SpecialProcedureDto[];
  fee: FeeDto;
  legalBasis: LegalBasisDto[];
  resultDocument: string;
  deliveryMethods: string[];
  onSiteVisits: number;
  crossRegion: string;
  source: string;
  confidence: string;
  /** What is illustrative about this data. */
  note: string;
  /** Centres and stations that offer it, at most 100. */
  offeredBy: OfferingUnitDto[];
  /** Whom to tell when something is wrong (R37). */
  supervisionTelephone: string;
}
