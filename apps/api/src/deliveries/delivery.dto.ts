import { ApiProperty } from '@nestjs/swagger';
import {
  DELIVERY_STATES,
  REMINDER_WAYS,
  SENDING_METHODS,
  type DeliveryState,
  type ReminderWay,
  type SendingMethod,
} from '@yikou/domain';
import {
  IsBoolean,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { DeadlineDto } from '../deadlines/index.js';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const SETTLED = ['DELIVERED', 'RETURNED'] as const;

export class UncollectedQueryDto extends PageQueryDto {
  /** One counter; for those who watch a district. */
  @IsOptional() @IsUUID() unitId?: string;
}

export class UncollectedDto {
  caseId: string;
  caseNumber: string;
  version: number;
  itemName: string;
  /** Masked name. */
  applicantName: string;
  unitName: string;
  issuedAt: Date;
  /** Working days since the result was issued. */
  daysWaiting: number;
  deliveryMethods: string[];
  /** How it is on its way; null while it lies at the counter. */
  sentBy: string | null;
  trackingNumber: string | null;
  reminders: number;
  remindedAt: Date | null;
  /** After three working days, then every five. */
  reminderDue: boolean;
  deadline: DeadlineDto | null;
  @ApiProperty({
    enum: ['handOver', 'send', 'settle', 'remind'],
    enumName: 'DeliveryVerb',
    isArray: true,
  })
  allowedActions: string[];
}

export class UncollectedPageDto {
  items: UncollectedDto[];
  nextCursor: string | null;
}

export class DeliveryDto {
  id: string;
  method: string;
  @ApiProperty({ enum: DELIVERY_STATES, enumName: 'DeliveryState' }) state: DeliveryState;
  /** Masked name. */
  receiver: string | null;
  /** Masked number of whoever collected for the applicant. */
  agentIdentity: string | null;
  relation: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  assigneeName: string | null;
  signedOnPaper: boolean;
  hasSignature: boolean;
  returnReason: string | null;
  begunAt: Date;
  begunByName: string | null;
  endedAt: Date | null;
}

export class ReminderDto {
  @ApiProperty({ enum: REMINDER_WAYS, enumName: 'ReminderWay' }) way: ReminderWay;
  note: string;
  at: Date;
  byName: string | null;
}

export class CaseDeliveriesDto {
  deliveries: DeliveryDto[];
  reminders: ReminderDto[];
}

export class HandOverDto {
  @IsInt() @Min(1) version: number;
  /** One of the case's `deliveryMethods`. */
  @IsString() @MaxLength(32) @PlainText() method: string;
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() receiver: string;
  /** A PNG in base64, as drawn on the screen. */
  @IsOptional()
  @IsString()
  @MaxLength(400_000)
  @Matches(/^[A-Za-z0-9+/]+=*$/)
  signature?: string;
  /** Instead of a signature on the screen. */
  @IsOptional() @IsBoolean() signedOnPaper?: boolean;
  /** Of a person who collects for the applicant. */
  @IsOptional() @IsString() @MaxLength(18) @PlainText() agentIdentityNumber?: string;
  @IsOptional() @IsString() @MaxLength(50) @PlainText() relation?: string;
}

export class SendDto {
  @IsIn(SENDING_METHODS)
  @ApiProperty({ enum: SENDING_METHODS, enumName: 'SendingMethod' })
  method: SendingMethod;
  @IsOptional() @IsString() @MaxLength(50) @PlainText() carrier?: string;
  @IsOptional() @IsString() @Matches(/^[A-Za-z0-9-]{4,40}$/) trackingNumber?: string;
  /** Who brings it home: somebody of the same unit. */
  @IsOptional() @IsUUID() assigneeId?: string;
}

export class SettleDto {
  @IsInt() @Min(1) version: number;
  @IsIn(SETTLED)
  @ApiProperty({ enum: SETTLED, enumName: 'DeliveryOutcome' })
  outcome: (typeof SETTLED)[number];
  /** Who signed for it; needed with DELIVERED. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(100) @PlainText() receiver?: string;
  /** Needed with RETURNED. */
  @IsOptional() @IsString() @MaxLength(200) @PlainText() reason?: string;
}

export class RemindDto {
  @IsEnum(REMINDER_WAYS) way: ReminderWay;
  @IsOptional() @IsString() @MaxLength(200) @PlainText() note?: string;
}
