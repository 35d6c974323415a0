import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@yikou/domain';
import {
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { PlainText } from '../plain-text.js';
import { TaskVerbDto } from './verb.dto.js';

export class TaskReasonDto extends TaskVerbDto {
  @IsString() @MinLength(1) @MaxLength(2000) @PlainText() reason: string;
}

export class ReassignDto extends TaskVerbDto {
  /** Somebody in post at the unit of the task; see `GET /cases/{id}/colleagues`. */
  @IsUUID() accountId: string;
  @IsOptional() @IsString() @MaxLength(2000) @PlainText() reason?: string;
}

export class AskHelpDto extends TaskVerbDto {
  /** A colleague of the unit. */
  @IsUUID() accountId: string;
  @IsString() @MinLength(1) @MaxLength(2000) @PlainText() question: string;
}

export class ExtendDto extends TaskReasonDto {
  /** In the unit of the limit; at most `extensionLimit`. */
  @IsInt() @Min(1) @Max(60) days: number;
  /** What the applicant was told and how (行政许可法 §42). */
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() notice: string;
}

export class ColleagueDto {
  accountId: string;
  displayName: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true }) roles: Role[];
}

export class ColleaguesDto {
  /** At most 200, by name. */
  items: ColleagueDto[];
}
