import { ApiProperty } from '@nestjs/swagger';
import {
  TICKET_PRIORITIES,
  TICKET_STATES,
  TICKET_VERBS,
  type CounterKind,
  type TicketPriority,
  type TicketState,
  type TicketVerb,
} from '@yikou/domain';
import {
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PlainText } from '../plain-text.js';

export class TakeTicketDto {
  @IsOptional()
  @IsEnum(TICKET_PRIORITIES)
  @ApiProperty({ enum: TICKET_PRIORITIES, enumName: 'TicketPriority' })
  priority?: TicketPriority;
  /** What it is about, as the items are grouped; left out for anything. */
  @IsOptional() @IsString() @MaxLength(32) @PlainText() theme?: string;
}

export class CallNextDto {
  /** Where the person sits who calls. */
  @IsInt() @Min(1) @Max(999) counterNumber: number;
}

/** Every verb carries the version that the person saw. */
export class TicketVerbDto {
  @IsInt() @Min(1) version: number;
}

export class TransferTicketDto extends TicketVerbDto {
  /** Left out: back into the queue, for whichever counter is free. */
  @IsOptional() @IsInt() @Min(1) @Max(999) toCounter?: number;
}

export class QueueQueryDto {
  /** Left out: the own hall. */
  @IsOptional() @IsUUID() unitId?: string;
}

export class QueueStatisticsQueryDto extends QueueQueryDto {
  /** Left out: today. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) day?: string;
}

export class TicketDto {
  id: string;
  version: number;
  /** A letter and three digits, such as A012. */
  number: string;
  @ApiProperty({ enum: TICKET_PRIORITIES, enumName: 'TicketPriority' }) priority: TicketPriority;
  theme: string | null;
  @ApiProperty({ enum: TICKET_STATES, enumName: 'TicketState' }) state: TicketState;
  takenAt: Date;
  /** Where it is called or served. */
  counterNumber: number | null;
  /** Only this counter calls it. */
  targetCounter: number | null;
  /** How often it was called. */
  calls: number;
  calledAt: Date | null;
  startedAt: Date | null;
  /** Minutes from taking it to the first call, or until now. */
  waitedMinutes: number;
  @ApiProperty({ enum: TICKET_VERBS, enumName: 'TicketVerb', isArray: true })
  allowedActions: TicketVerb[];
}

export class TakenTicketDto extends TicketDto {
  /** How many will be called before it, as it stands now. */
  ahead: number;
}

export class QueueCounterDto {
  number: number;
  @ApiProperty({ enum: ['COMPREHENSIVE', 'SPECIAL'], enumName: 'CounterKind' }) kind: CounterKind;
}

export class QueueDto {
  unitId: string;
  /** In the address of its screen, /hall/{unitCode}. */
  unitCode: string;
  unitName: string;
  day: string;
  waitingCount: number;
  /** The next hundred, in the order in which they will be called. */
  waiting: TicketDto[];
  /** Called to a counter or served there. */
  atCounters: TicketDto[];
  /** The last twenty who did not come when called. */
  skipped: TicketDto[];
  counters: QueueCounterDto[];
}

export class QueueHourDto {
  /** 0 to 23. */
  hour: number;
  taken: number;
  averageWait: number | null;
}

export class QueueStatisticsDto {
  day: string;
  waitingCount: number;
  taken: number;
  called: number;
  skipped: number;
  /** Minutes from taking a ticket to its first call. */
  averageWait: number | null;
  /** Nine of ten waited no longer. */
  p90Wait: number | null;
  longestWait: number | null;
  hours: QueueHourDto[];
}

export class HallCallDto {
  number: string;
  counter: number;
  calls: number;
  calledAt: Date;
}

/** What everybody in the hall may see: numbers and counters. */
export class HallBoardDto {
  name: string;
  waitingCount: number;
  calls: HallCallDto[];
}
