import { ApiProperty } from '@nestjs/swagger';
import { IsEnum, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

export const EXCEPTION_STATES = ['REQUESTED', 'APPROVED', 'REFUSED'] as const;
export type ExceptionState = (typeof EXCEPTION_STATES)[number];

export class CoverageDto {
  /** In scope (R31, R45) and not excepted. */
  shouldEnter: number;
  entered: number;
  /** Approved exceptions that are not offered all the same. */
  excepted: number;
  /** entered ÷ shouldEnter, 0 to 1. */
  share: number;
}

export class ThemeCoverageDto extends CoverageDto {
  theme: string;
}

export class MissingItemDto {
  code: string;
  name: string;
}

/** 应进必进 of one hall. */
export class EntryCoverageDto extends CoverageDto {
  unitId: string;
  unitName: string;
  themes: ThemeCoverageDto[];
  /** Those that should have entered and have not. */
  missing: MissingItemDto[];
  /** R47: convenience services that it offers, counted nowhere else. */
  featured: number;
  mayManage: boolean;
  mayClone: boolean;
}

export class HallCoverageDto extends CoverageDto {
  unitId: string;
  unitName: string;
  @ApiProperty({ enum: ['CENTRE', 'STATION'], enumName: 'HallKind' }) kind: string;
  missing: number;
  /** Exceptions that wait for an answer. */
  requested: number;
}

export class HallCoveragePageDto {
  items: HallCoverageDto[];
  nextCursor: string | null;
}

export class HallCoverageQueryDto extends PageQueryDto {
  @IsOptional() @IsEnum(['CENTRE', 'STATION']) kind?: 'CENTRE' | 'STATION';
}

export class EntryExceptionDto {
  id: string;
  unitId: string;
  unitName: string;
  itemCode: string;
  itemName: string;
  reason: string;
  @ApiProperty({ enum: EXCEPTION_STATES, enumName: 'ExceptionState' }) state: ExceptionState;
  requestedByName: string;
  requestedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  answer: string | null;
  @ApiProperty({ enum: ['approve', 'refuse'], enumName: 'ExceptionVerb', isArray: true })
  allowedActions: string[];
}

export class EntryExceptionPageDto {
  items: EntryExceptionDto[];
  nextCursor: string | null;
}

export class EntryExceptionQueryDto extends PageQueryDto {
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @IsEnum(EXCEPTION_STATES) state?: ExceptionState;
}

export class RequestExceptionDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;
}

export class ApproveExceptionDto {
  @IsOptional() @IsString() @MaxLength(500) @PlainText() answer?: string;
}

export class RefuseExceptionDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() answer: string;
}
