import { ApiProperty } from '@nestjs/swagger';
import {
  APPOINTMENT_ACTIONS,
  APPOINTMENT_STATES,
  type AppointmentAction,
  type AppointmentState,
} from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
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
import { AgentInputDto, ApplicantInputDto } from '../intake/index.js';
import { PageQueryDto } from '../page.dto.js';
import { InstantText, PlainText } from '../plain-text.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class SlotQueryDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  @IsUUID() unitId: string;
  /** Shanghai's date; the first one with a free slot when left out. */
  @IsOptional() @Matches(DAY) date?: string;
}

export class SlotDto {
  at: Date;
  /** How many more it takes. */
  free: number;
}

export class SlotsDto {
  unitName: string;
  itemName: string;
  address: string | null;
  telephone: string | null;
  /** Days for which appointments are taken: working days, make-up days among them. */
  days: string[];
  date: string;
  slots: SlotDto[];
}

export class BookAppointmentDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  @IsUUID() unitId: string;
  /** Beginning of the slot. */
  @InstantText() slotAt: string;
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ApplicantInputDto)
  applicant: ApplicantInputDto;
  /** Chosen by the sender: the same one sent again makes no second appointment. */
  @IsUUID() requestKey: string;
}

/** What the person who comes is told. */
export class BookedDto {
  /** Two groups of four. */
  code: string;
  @ApiProperty({ enum: APPOINTMENT_STATES, enumName: 'AppointmentState' }) state: AppointmentState;
  unitName: string;
  address: string | null;
  telephone: string | null;
  itemCode: string;
  itemName: string;
  slotAt: Date;
  counter: number;
  /** Masked. */
  applicantName: string;
  /** It can still be cancelled. */
  mayCancel: boolean;
}

/** What the holder of an appointment knows of it. */
export class AppointmentProofDto {
  @IsString() @MinLength(1) @MaxLength(20) @PlainText() code: string;
  /** Last four characters of the identity number or credit code. */
  @Matches(/^[0-9A-Za-z]{4}$/) identityTail: string;
}

export class DayQueryDto extends PageQueryDto {
  /** Shanghai's date; today when left out. */
  @IsOptional() @Matches(DAY) date?: string;
  /** Whole code, in any spelling: then of every day. */
  @IsOptional() @IsString() @MaxLength(20) @PlainText() code?: string;
}

export class AppointmentDto {
  id: string;
  code: string;
  @ApiProperty({ enum: APPOINTMENT_STATES, enumName: 'AppointmentState' }) state: AppointmentState;
  itemCode: string;
  itemName: string;
  slotAt: Date;
  counter: number;
  /** Masked. */
  applicantName: string;
  bookedAt: Date;
  /** Booked by the hall for somebody who called. */
  byHall: boolean;
  checkedInAt: Date | null;
  caseId: string | null;
  @ApiProperty({ enum: APPOINTMENT_ACTIONS, enumName: 'AppointmentAction', isArray: true })
  allowedActions: AppointmentAction[];
}

export class AppointmentCountsDto {
  BOOKED: number;
  CHECKED_IN: number;
  SERVED: number;
  CANCELLED: number;
  /** No-shows. */
  MISSED: number;
}

export class AppointmentDayDto {
  date: string;
  counts: AppointmentCountsDto;
  items: AppointmentDto[];
  nextCursor: string | null;
}

/** What the counter adds when an appointment becomes a case. */
export class RegisterVisitDto {
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(99, { each: true })
  receivedMaterials: number[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AgentInputDto)
  agent?: AgentInputDto;
}

export class AppointmentSettingsDto {
  /** Appointments that one counter takes in one slot of half an hour. */
  @IsInt() @Min(1) @Max(20) placesPerCounter: number;
  /** Days after today for which appointments are taken. */
  @IsInt() @Min(1) @Max(60) daysAhead: number;
}
