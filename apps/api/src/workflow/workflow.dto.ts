import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  AREA_LEVELS,
  CASE_CHANNELS,
  CASE_PATHS,
  CASE_STATES,
  CASE_VERBS,
  OUTCOMES,
  STAGE_KINDS,
  type AreaLevel,
  type CaseChannel,
  type CasePath,
  type CaseState,
  type CaseVerb,
  type Light,
  type Outcome,
  type StageKind,
} from '@yikou/domain';
import { IsEnum, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { LocalDateText, PlainText } from '../plain-text.js';
import { DeadlineDto } from '../deadlines/index.js';

const LIGHTS = ['NORMAL', 'WARNING', 'OVERDUE', 'PAUSED'] as const;

export class UnitRefDto {
  id: string;
  name: string;
}

export class StageDto {
  name: string;
  @ApiProperty({ enum: STAGE_KINDS, enumName: 'StageKind' }) kind: StageKind;
  @ApiProperty({ enum: AREA_LEVELS, enumName: 'AreaLevel' }) level: AreaLevel;
  unitName: string;
  days: number;
}

export class CaseStageDto extends StageDto {
  index: number;
  unitId: string;
  @ApiProperty({ enum: ['DONE', 'CURRENT', 'AHEAD'], enumName: 'StageProgress' }) progress: string;
  /** R74: neighbouring stages of one name are worked on side by side. */
  parallelGroup: string | null;
}

export class TaskDto {
  id: string;
  /** Which of the stages it works on. */
  stageIndex: number;
  name: string;
  @ApiProperty({ enum: ['OPEN', 'CLAIMED'], enumName: 'TaskState' }) state: string;
  unitId: string;
  unitName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  /** The account is closed or belongs to another unit by now; the head gives the task to somebody else (R21). */
  assigneeGone: boolean;
  openedAt: Date;
  /** Verbs that the asker may do at this very task. */
  @ApiProperty({ enum: CASE_VERBS, enumName: 'CaseVerb', isArray: true })
  allowedActions: CaseVerb[];
}

/** A colleague's opinion that the assignee asked for. */
export class TaskHelpDto {
  taskId: string;
  askedByName: string;
  askedOfName: string;
  question: string;
  askedAt: Date;
  opinion: string | null;
  givenAt: Date | null;
}

/** 行政许可法 §42 */
export class ExtensionDto {
  /** Added to each limit in its own unit. */
  days: number;
  reason: string;
  /** What the applicant was told and how. */
  notice: string;
  approvedByName: string;
  approvedAt: Date;
}

export class CaseRefDto {
  id: string;
  number: string;
}

export class SuspensionDto {
  procedureKind: string;
  procedureName: string;
  countsInLimit: boolean;
  reason: string;
  startedAt: Date;
  endedAt: Date | null;
}

export class CaseSummaryDto {
  id: string;
  /** 9-digit street code + date + serial. */
  number: string;
  itemCode: string;
  itemName: string;
  @ApiProperty({ enum: CASE_PATHS, enumName: 'CasePath' }) path: CasePath;
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseState' }) state: CaseState;
  /** Masked name. */
  applicantName: string;
  takingUnit: UnitRefDto;
  /** The unit in whose hands the case lies. */
  holderUnit: UnitRefDto;
  stageName: string;
  registeredAt: Date;
  /** How the request came in (R65–R67, R71). */
  @ApiProperty({ enum: CASE_CHANNELS, enumName: 'CaseChannel' }) channel: CaseChannel;
  /** R68: taken in, or worked on by its counter, while the hall was closed. */
  outOfHours: boolean;
  /** The clock nearest to its end. */
  nextDeadline: DeadlineDto | null;
}

export class CasePageDto {
  items: CaseSummaryDto[];
  nextCursor: string | null;
}

export class CaseDto extends CaseSummaryDto {
  /** Send it back with every verb; a stale one is refused with `case.stale`. */
  version: number;
  itemVersionNumber: number;
  /** R74: the application for several items that it belongs to. */
  @ApiProperty({ type: String, nullable: true }) applicationId: string | null;
  acceptedAt: Date | null;
  /** When the upper level got the complete upload; its clock started then. */
  receiptAt: Date | null;
  decidedAt: Date | null;
  @ApiProperty({ enum: OUTCOMES, enumName: 'Outcome', nullable: true }) outcome: Outcome | null;
  opinion: string | null;
  remedy: string | null;
  issuedAt: Date | null;
  resultNumber: string | null;
  deliveredAt: Date | null;
  deliveryMethod: string | null;
  deliveryReceiver: string | null;
  closeReason: string | null;
  /** R50: in whose name the centre decided, as it is printed. */
  authority: string | null;
  /** The consultation out of which it came. */
  consultationId: string | null;
  /** R72: who was asked first. */
  firstContactName: string;
  stages: CaseStageDto[];
  /** The asker's own unit's, else the first; see `tasks` for those side by side (R74). */
  task: TaskDto | null;
  tasks: TaskDto[];
  helps: TaskHelpDto[];
  /** R73: how many notices of missing materials were given. */
  supplementCount: number;
  extension: ExtensionDto | null;
  /** The most days that `extend` takes. */
  extensionLimit: number;
  /** The closed case that this one puts right, and the one that puts this one right. */
  corrects: CaseRefDto | null;
  correctedBy: CaseRefDto | null;
  correctionReason: string | null;
  mayBeCorrected: boolean;
  deadlines: DeadlineDto[];
  suspensions: SuspensionDto[];
  /** Verbs that the asker may do now; draw buttons from it. */
  @ApiProperty({ enum: CASE_VERBS, enumName: 'CaseVerb', isArray: true })
  allowedActions: CaseVerb[];
  /** Choices for `suspend` and `deliver`, from the item version the case was accepted under. */
  specialProcedures: CaseProcedureDto[];
  deliveryMethods: string[];
}

export class CaseProcedureDto {
  kind: string;
  name: string;
  countsInLimit: boolean;
}

export class CaseEventDto {
  seq: number;
  @ApiProperty({ description: 'A verb, or WARNED / MISSED when a clock was flagged.' })
  verb: string;
  at: Date;
  actorName: string | null;
  unitName: string | null;
  fromState: string | null;
  toState: string;
  /** What was entered with it: opinion, reason, listed materials … Never personal data. */
  @ApiProperty({ type: 'object', additionalProperties: true }) data: Record<string, unknown>;
}

export class CaseEventPageDto {
  items: CaseEventDto[];
  nextCursor: string | null;
}

/** What the case list can be narrowed by; dates are days in Asia/Shanghai, both ends included. */
export class CaseFilterDto {
  @IsOptional() @IsEnum(CASE_STATES) state?: CaseState;
  @IsOptional() @IsEnum(CASE_CHANNELS) channel?: CaseChannel;
  /** R68: `true` for what was done while the hall was closed. */
  @IsOptional() @IsIn(['true']) outOfHours?: string;
  @IsOptional() @IsString() @MaxLength(64) @PlainText() itemCode?: string;
  @IsOptional() @IsEnum(CASE_PATHS) path?: CasePath;
  /** The unit that took the case, or in whose hands it lies. */
  @IsOptional() @IsUUID() unitId?: string;
  /** One of its open clocks stands so. */
  @IsOptional()
  @IsEnum(LIGHTS)
  @ApiPropertyOptional({ enum: LIGHTS, enumName: 'Light' })
  light?: Light;
  /** Who has claimed it. */
  @IsOptional() @IsUUID() handlerId?: string;
  @IsOptional() @LocalDateText() registeredFrom?: string;
  @IsOptional() @LocalDateText() registeredUntil?: string;
  @IsOptional() @LocalDateText() acceptedFrom?: string;
  @IsOptional() @LocalDateText() acceptedUntil?: string;
  /** One of its open clocks is due on these days. */
  @IsOptional() @LocalDateText() dueFrom?: string;
  @IsOptional() @LocalDateText() dueUntil?: string;
}

export class CaseQueryDto extends IntersectionType(CaseFilterDto, PageQueryDto) {
  /** Case number, or its beginning. */
  @IsOptional() @IsString() @MaxLength(30) @PlainText() number?: string;
}

export class WorklistQueryDto extends PageQueryDto {
  /** OPEN: waiting to be claimed; MINE: claimed by the asker; ALL of the unit (default). */
  @IsOptional() @IsIn(['OPEN', 'MINE', 'ALL']) show?: 'OPEN' | 'MINE' | 'ALL';
}

export class WorklistRowDto {
  taskId: string;
  taskName: string;
  @ApiProperty({ enum: ['OPEN', 'CLAIMED'], enumName: 'TaskState' }) taskState: string;
  assigneeName: string | null;
  openedAt: Date;
  case: CaseSummaryDto;
}

export class WorklistPageDto {
  items: WorklistRowDto[];
  nextCursor: string | null;
}
