import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { DEADLINE_KINDS, type DeadlineKind, type DeadlineState, type Light } from '@yikou/domain';
import { IsEnum, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { InstantText } from '../plain-text.js';

const LIGHTS = ['NORMAL', 'WARNING', 'OVERDUE', 'PAUSED'] as const;
const STATES = ['RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED'] as const;
const DAY_KINDS = ['WORKING_DAY', 'REST_DAY', 'HOLIDAY', 'MAKE_UP_WORKING_DAY'] as const;

export class DueQueryDto {
  /** Instant with its offset, such as 2026-11-23T09:00:00+08:00. */
  @Transform(({ value }: { value: unknown }) =>
    // An unescaped "+" of the offset arrives as a space.
    typeof value === 'string' ? value.replace(' ', '+') : value,
  )
  @InstantText()
  from: string;

  /** 0 to 1000 days. */
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0)
  @Max(1000)
  limit: number;

  @IsIn(['WORKING_DAY', 'CALENDAR_DAY']) unit: 'WORKING_DAY' | 'CALENDAR_DAY';
}

export class ExplainedDayDto {
  /** Local date in Asia/Shanghai. */
  date: string;
  @ApiProperty({ enum: DAY_KINDS, enumName: 'DayKind' }) kind: string;
  /** Holiday's name. */
  name: string | null;
  counted: boolean;
  /** A suspension swallows this day. */
  paused: boolean;
  /** The year's holidays are not published yet. */
  provisional: boolean;
  /** Which day of the limit it is. */
  ordinal: number | null;
}

export class DueDto {
  /** End of the last day, 24:00 Asia/Shanghai, as an instant. */
  dueAt: Date;
  provisional: boolean;
  explain: ExplainedDayDto[];
}

export class PauseDto {
  from: Date;
  until: Date | null;
}

export class DeadlineDto {
  id: string;
  @ApiProperty({ enum: DEADLINE_KINDS, enumName: 'DeadlineKind' }) kind: DeadlineKind;
  @ApiProperty({ enum: STATES, enumName: 'DeadlineState' }) state: DeadlineState;
  @ApiProperty({ enum: LIGHTS, enumName: 'Light' }) light: Light;
  /** The case it belongs to. */
  subjectId: string;
  /** Case number. */
  reference: string;
  /** Item name. */
  title: string;
  limitAmount: number;
  @ApiProperty({ enum: ['WORKING_DAY', 'CALENDAR_DAY', 'MINUTE'], enumName: 'LimitUnit' })
  limitUnit: string;
  /** Added to the limit in its unit, once and with approval (行政许可法 §42). */
  extendedBy: number;
  startedAt: Date;
  dueAt: Date;
  warnAt: Date;
  provisional: boolean;
  warnedAt: Date | null;
  missedAt: Date | null;
  closedAt: Date | null;
  ownerUnitId: string;
  ownerUnitName: string;
  /** Whole working days left, 0 once it has passed. */
  remainingWorkingDays: number;
  pauses: PauseDto[];
}

export class DeadlineQueryDto extends PageQueryDto {
  /** Deadlines of one case, whatever their state. */
  @IsOptional() @IsUUID() subjectId?: string;
  /** Only those that this unit would be late with. */
  @IsOptional() @IsUUID() ownerUnitId?: string;
  @IsOptional() @IsEnum(LIGHTS) light?: Light;
  @IsOptional() @IsEnum(DEADLINE_KINDS) kind?: DeadlineKind;
}

export class DeadlinePageDto {
  items: DeadlineDto[];
  nextCursor: string | null;
}

/** A change of the calendar that moved the deadline (T12). */
export class DeadlineMoveDto {
  at: Date;
  wasDueAt: Date;
  dueAt: Date;
  /** It had been flagged overdue and was in time again. */
  relieved: boolean;
  /** Of the notice that did it. */
  documentNumber: string;
}

export class DeadlineExplainDto {
  deadline: DeadlineDto;
  explain: ExplainedDayDto[];
  /** Oldest first; empty for nearly all. */
  moves: DeadlineMoveDto[];
}

export class DeadlineCountDto {
  @ApiProperty({ enum: LIGHTS, enumName: 'Light' }) light: Light;
  count: number;
}

export class UnitLatenessDto {
  unitId: string;
  unitName: string;
  overdue: number;
  warning: number;
}

/** Figures for the overdue board, within the asker's scope; open deadlines only. */
export class DeadlineSummaryDto {
  counts: DeadlineCountDto[];
  /** Units with the most overdue, at most 20. */
  units: UnitLatenessDto[];
}
