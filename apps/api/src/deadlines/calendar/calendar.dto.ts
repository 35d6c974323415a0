import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DEADLINE_KINDS, type DeadlineKind } from '@yikou/domain';
import { PageQueryDto } from '../../page.dto.js';
import { PlainText } from '../../plain-text.js';
import { CALENDAR_CHANGE_STATES, type CalendarChangeState } from '../calendar.entity.js';

const DAY_KINDS = ['WORKING_DAY', 'REST_DAY', 'HOLIDAY', 'MAKE_UP_WORKING_DAY'] as const;
const NOTICE_KINDS = ['OFF', 'WORK'] as const;
const VERBS = ['save', 'discard'] as const;

export class CalendarDayDto {
  /** Local date in Asia/Shanghai. */
  date: string;
  @ApiProperty({ enum: DAY_KINDS, enumName: 'DayKind' }) kind: string;
  /** The holiday's name, also on its make-up working day. */
  name: string | null;
}

export class CalendarYearDto {
  year: number;
  /** False: no notice yet, Monday to Friday are counted and everything in it is provisional (T1). */
  published: boolean;
  /** Where the notice comes from; null in a year without one. */
  source: string | null;
  /** Which notice of this year; 0 without one. */
  revision: number;
  workingDays: number;
  /** All days of the year in order. */
  days: CalendarDayDto[];
}

export class CalendarOutlookDto {
  /** Years with a notice. */
  publishedYears: number[];
  /** The year whose notice ought to be here by now (from 1 November) and is not. */
  missingYear: number | null;
}

export class NoticeDayDto {
  @IsString() @MaxLength(10) @PlainText() date: string;
  @ApiProperty({ enum: NOTICE_KINDS, enumName: 'NoticeDayKind' })
  @IsIn(NOTICE_KINDS)
  kind: (typeof NOTICE_KINDS)[number];
  @IsString() @MaxLength(20) @PlainText() name: string;
}

/** A year's notice: either its days or a table of the shipped file's shape. */
export class SubmitCalendarChangeDto {
  @IsInt() @Min(2016) @Max(2060) year: number;
  /** Of the State Council's notice, such as 国办发明电〔2025〕7号. */
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() documentNumber: string;
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  @Type(() => NoticeDayDto)
  days?: NoticeDayDto[];

  /** `{"years": {"2027": {"off": [["2027-01-01", "元旦"]], "work": []}}}`; only `year` is read. */
  @IsOptional()
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsObject()
  table?: Record<string, unknown>;
}

export class SimulationDto {
  /** Cases with at least one deadline that moves. */
  cases: number;
  /** Deadlines that move. */
  deadlines: number;
  /** Deadlines that would be overdue at once. */
  overdue: number;
  /** Deadlines flagged overdue that would be in time again. */
  relieved: number;
}

export class CalendarChangeDto {
  id: string;
  year: number;
  documentNumber: string;
  reason: string;
  @ApiProperty({ enum: CALENDAR_CHANGE_STATES, enumName: 'CalendarChangeState' })
  state: CalendarChangeState;
  /** Which notice of its year it became; null before it is in force. */
  revision: number | null;
  days: NoticeDayDto[];
  /** The days that become another kind of day lie between these two, both included. */
  firstDay: string;
  lastDay: string;
  /** Deadlines to look at; null until it has begun. */
  total: number | null;
  seen: number;
  moved: number;
  overdue: number;
  relieved: number;
  simulation: SimulationDto | null;
  submittedAt: Date;
  submittedByName: string;
  savedAt: Date | null;
  savedByName: string | null;
  finishedAt: Date | null;
  @ApiProperty({ enum: VERBS, enumName: 'CalendarChangeVerb', isArray: true })
  allowedActions: string[];
}

export class CalendarChangePageDto {
  /** The asker may enter a notice. */
  mayChange: boolean;
  items: CalendarChangeDto[];
  nextCursor: string | null;
}

export class CalendarChangeQueryDto extends PageQueryDto {
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(2016)
  @Max(2060)
  year?: number;
}

export class CalendarMoveDto {
  deadlineId: string;
  subjectId: string;
  /** Case number. */
  reference: string;
  /** Item name. */
  title: string;
  @ApiProperty({ enum: DEADLINE_KINDS, enumName: 'DeadlineKind' }) kind: DeadlineKind;
  ownerUnitName: string;
  wasDueAt: Date;
  dueAt: Date;
  becomesLate: boolean;
  isRelieved: boolean;
}

export class CalendarMovePageDto {
  items: CalendarMoveDto[];
  nextCursor: string | null;
}

export class CalendarMoveQueryDto extends PageQueryDto {
  /** Only those that would be overdue at once. */
  @IsOptional()
  @Transform(({ value }) =>
    value === 'true' ? true : value === 'false' ? false : (value as unknown),
  )
  @IsBoolean()
  late?: boolean;
}
