import { ApiProperty } from '@nestjs/swagger';
import {
  HOME_VISIT_STATES,
  VISIT_REASONS,
  VISIT_RESULTS,
  type HomeVisitState,
  type VisitReason,
  type VisitResult,
} from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsEnum,
  IsIn,
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
import { ApplicantInputDto } from '../intake/index.js';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class RequestVisitDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  @IsEnum(VISIT_REASONS) reason: VisitReason;
  /** What whoever goes should know; numbers of people are masked. */
  @IsOptional() @IsString() @MaxLength(200) @PlainText() note?: string;
  /** With the address to go to. */
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ApplicantInputDto)
  applicant: ApplicantInputDto;
}

export class AssignVisitDto {
  @Matches(DAY) visitOn: string;
  /** Of the own unit. */
  @IsUUID() assigneeId: string;
  /** Its place on the day's way, from 1. */
  @IsInt() @Min(1) @Max(99) position: number;
}

export class EndVisitDto {
  @IsIn(VISIT_RESULTS) outcome: VisitResult;
  @IsString() @MinLength(2) @MaxLength(500) @PlainText() result: string;
}

export class VisitQueryDto extends PageQueryDto {
  @IsOptional() @IsEnum(HOME_VISIT_STATES) state?: HomeVisitState;
}

export class HomeVisitDto {
  id: string;
  @ApiProperty({ enum: HOME_VISIT_STATES, enumName: 'HomeVisitState' }) state: HomeVisitState;
  @ApiProperty({ enum: VISIT_REASONS, enumName: 'VisitReason' }) reason: VisitReason;
  note: string;
  itemCode: string;
  itemName: string;
  /** Masked. */
  applicantName: string;
  visitOn: string | null;
  position: number | null;
  assigneeId: string | null;
  assigneeName: string | null;
  requestedAt: Date;
  result: string | null;
  caseId: string | null;
  /** It waits for its day or its result. */
  isOpen: boolean;
}

export class HomeVisitPageDto {
  items: HomeVisitDto[];
  nextCursor: string | null;
}

export class RouteQueryDto {
  @Matches(DAY) on: string;
  /** Of one person; of everybody when left out. */
  @IsOptional() @IsUUID() assigneeId?: string;
}

/** In clear, for the paper of whoever goes; the audit keeps who printed it. */
export class RouteStopDto {
  id: string;
  position: number;
  assigneeName: string;
  name: string;
  telephone: string;
  address: string;
  itemName: string;
  @ApiProperty({ enum: VISIT_REASONS, enumName: 'VisitReason' }) reason: VisitReason;
  note: string;
}

export class RouteDto {
  on: string;
  unitName: string;
  stops: RouteStopDto[];
}

export class VisitColleagueDto {
  id: string;
  name: string;
}

export class VisitColleaguesDto {
  items: VisitColleagueDto[];
}
