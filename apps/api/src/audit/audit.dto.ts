import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { InstantText, PlainText } from '../plain-text.js';

const SUBJECT_KIND = /^[a-z][a-z_-]{0,31}$/;
const ACTION_NAME = /^[a-zA-Z._-]{1,64}$/;

export class AuditQueryDto extends PageQueryDto {
  /** Entries from this instant on. */
  @IsOptional() @InstantText() from?: string;
  /** Entries before this instant. */
  @IsOptional() @InstantText() until?: string;
  /** An action of the permission matrix, such as applicant.unmask. */
  @IsOptional() @Matches(ACTION_NAME) action?: string;
  @IsOptional() @IsUUID() accountId?: string;
  @IsOptional() @IsUUID() unitId?: string;
  @IsOptional() @Matches(SUBJECT_KIND) subjectKind?: string;
  @IsOptional() @IsString() @MaxLength(64) @PlainText() subjectId?: string;
}

export class AuditChangeDto {
  kind: string;
  id: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  before: Record<string, unknown> | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  after: Record<string, unknown> | null;
}

export class AuditEntryDto {
  /** The unit whose chain this is, or `system`. */
  chain: string;
  /** Place in the chain, from 1. */
  seq: number;
  at: Date;
  action: string;
  accountId: string | null;
  /** Display name, or the name of the part of the system. */
  actor: string;
  unitName: string | null;
  /** Where the request came from. */
  address: string | null;
  traceId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  reason: string | null;
  changes: AuditChangeDto[];
  hash: string;
}

export class AuditPageDto {
  items: AuditEntryDto[];
  nextCursor: string | null;
}

export class AuditChainDto {
  chain: string;
  unitName: string | null;
  /** Entries in the chain. */
  count: number;
  headHash: string;
  updatedAt: Date;
  /** Entries that the newest anchor outside the database vouches for; 0 before the first one. */
  anchoredCount: number;
  anchoredAt: Date | null;
}

export class AuditChainPageDto {
  items: AuditChainDto[];
  nextCursor: string | null;
}

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;

export class AuditExportQueryDto {
  @InstantText() from: string;
  @InstantText() until: string;
  @IsIn(EXPORT_FORMATS) format: (typeof EXPORT_FORMATS)[number];
}
