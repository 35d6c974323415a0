import { ApiProperty } from '@nestjs/swagger';
import {
  CONSULTATION_STATES,
  CONSULTATION_TYPES,
  CONSULTATION_VERBS,
  type ConsultationState,
  type ConsultationType,
  type ConsultationVerb,
} from '@yikou/domain';
import { Type } from 'class-transformer';
import {
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
  ValidateNested,
} from 'class-validator';
import { RegisterCaseDto } from '../intake/index.js';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class HandOverInputDto {
  @IsUUID() unitId: string;
  /** Left out: whoever of the unit takes it up. */
  @IsOptional() @IsUUID() accountId?: string;
  @IsOptional() @IsString() @MaxLength(200) @PlainText() note?: string;
}

export class ContactInputDto {
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() name: string;
  @IsOptional() @IsString() @MaxLength(20) @PlainText() telephone?: string;
}

export class RecordConsultationDto {
  @IsEnum(CONSULTATION_TYPES)
  @ApiProperty({ enum: CONSULTATION_TYPES, enumName: 'ConsultationType' })
  type: ConsultationType;
  /** Numbers of people in it are masked before it is kept. */
  @IsString() @MaxLength(500) @PlainText() question: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode?: string;
  /** Answered at once (default), or to be answered later by whoever was asked. */
  @IsOptional() @IsIn(['ANSWERED', 'OPEN']) outcome?: 'ANSWERED' | 'OPEN';
  /** Handed over at once: it stays the duty of whoever was asked until it is accepted. */
  @IsOptional() @ValidateNested() @Type(() => HandOverInputDto) handOver?: HandOverInputDto;
  /** Whom to answer, where that has to wait or a case is to come of it. */
  @IsOptional() @ValidateNested() @Type(() => ContactInputDto) contact?: ContactInputDto;
}

/** Every verb carries the version that the person saw. */
export class ConsultationVerbDto {
  @IsInt() @Min(1) version: number;
}

export class AnswerConsultationDto extends ConsultationVerbDto {
  @IsOptional() @IsString() @MaxLength(1000) @PlainText() answer?: string;
}

export class HandOverConsultationDto extends HandOverInputDto {
  @IsInt() @Min(1) version: number;
}

export class DeclineConsultationDto extends ConsultationVerbDto {
  @IsString() @MinLength(1) @MaxLength(200) @PlainText() reason: string;
}

export class OpenCaseOfConsultationDto extends RegisterCaseDto {
  @IsInt() @Min(1) version: number;
}

export class ConsultationQueryDto extends PageQueryDto {
  /** DUTIES: not answered yet, oldest first (default); ASKED: everything asked in the own hall, newest first. */
  @IsOptional() @IsIn(['DUTIES', 'ASKED']) show?: 'DUTIES' | 'ASKED';
}

export class ConsultationPlaceDto {
  id: string;
  name: string;
}

export class ConsultationItemDto {
  code: string;
  name: string;
}

/** Masked. */
export class ContactDto {
  name: string;
  telephone: string | null;
}

export class OfferDto {
  unitName: string;
  /** `null`: whoever of the unit takes it up. */
  accountName: string | null;
  fromName: string;
  note: string | null;
  offeredAt: Date;
}

export class DeclineDto {
  byName: string;
  reason: string;
  at: Date;
}

export class ConsultationDto {
  id: string;
  version: number;
  @ApiProperty({ enum: CONSULTATION_TYPES, enumName: 'ConsultationType' }) type: ConsultationType;
  @ApiProperty({ enum: CONSULTATION_STATES, enumName: 'ConsultationState' })
  state: ConsultationState;
  question: string;
  answer: string | null;
  item: ConsultationItemDto | null;
  contact: ContactDto | null;
  unit: ConsultationPlaceDto;
  askedAt: Date;
  /** R72: who was asked first; never changes. */
  firstContactName: string;
  /** Whose duty it is now. */
  holderName: string;
  holderUnitName: string;
  /** It is the asker's own duty. */
  mine: boolean;
  offer: OfferDto | null;
  /** The last time somebody sent it back. */
  declined: DeclineDto | null;
  closedAt: Date | null;
  caseId: string | null;
  @ApiProperty({ enum: CONSULTATION_VERBS, enumName: 'ConsultationVerb', isArray: true })
  allowedActions: ConsultationVerb[];
}

export class ConsultationPageDto {
  items: ConsultationDto[];
  nextCursor: string | null;
}

/** What the counter starts with, in clear: nothing is typed again. */
export class ConsultationDraftDto {
  id: string;
  version: number;
  question: string;
  firstContactName: string;
  itemCode: string | null;
  name: string | null;
  telephone: string | null;
}

export class RecipientDto {
  id: string;
  name: string;
}

export class RecipientUnitDto {
  id: string;
  name: string;
  people: RecipientDto[];
}

export class RecipientsDto {
  items: RecipientUnitDto[];
}

export class SpanQueryDto {
  /** Left out: the hall of whoever asks, or everything below their area. */
  @IsOptional() @IsUUID() unitId?: string;
  @Matches(DAY) from: string;
  /** The last day of it. */
  @Matches(DAY) until: string;
}

export class ConsultationDayDto {
  day: string;
  copy: number;
  formHelp: number;
  policy: number;
  open: number;
  becameCase: number;
  /** Accepted by somebody else than was asked first. */
  handedOver: number;
}

export class ConsultationStatisticsDto {
  days: ConsultationDayDto[];
}
