import { ApiProperty } from '@nestjs/swagger';
import {
  DESTRUCTION_STATES,
  RETENTIONS,
  type DestructionState,
  type Retention,
} from '@yikou/domain';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsEnum,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const STATES = ['WAITING', 'READY', 'FAILED', 'DESTROYED'] as const;
const FAULTS = ['MISSING', 'CHANGED', 'PACKAGE_CHANGED', 'SEAL_BROKEN'] as const;

export class ArchiveQueryDto extends PageQueryDto {
  @IsOptional()
  @IsIn(STATES)
  @ApiProperty({ enum: STATES, enumName: 'ArchiveState', required: false })
  state?: (typeof STATES)[number];
  /** Case number, or its beginning. */
  @IsOptional() @IsString() @MaxLength(30) @PlainText() number?: string;
  /** Only those whose time of keeping is over. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  expired?: boolean;
}

export class ArchiveDto {
  id: string;
  caseId: string;
  caseNumber: string;
  itemCode: string;
  itemName: string;
  unitName: string;
  /** 全宗号-年度-保管期限-件号. */
  catalogueNumber: string;
  @ApiProperty({ enum: RETENTIONS, enumName: 'Retention' }) retention: Retention;
  /** The last day; null for ever. */
  keptUntil: string | null;
  expired: boolean;
  @ApiProperty({ enum: STATES, enumName: 'ArchiveState' }) state: (typeof STATES)[number];
  /** Of the package in the making, 0..100. */
  progress: number;
  /** SHA-256 of the package; it stays when the package is destroyed. */
  sha256: string | null;
  bytes: number | null;
  fileCount: number | null;
  archivedAt: Date;
  packedAt: Date | null;
  destroyedAt: Date | null;
  @ApiProperty({ enum: ['verify', 'download'], enumName: 'ArchiveVerb', isArray: true })
  allowedActions: string[];
}

export class ArchivePageDto {
  items: ArchiveDto[];
  nextCursor: string | null;
  /** The asker may propose what is over for destruction. */
  mayPropose: boolean;
}

export class DestructionEntriesDto {
  items: ArchiveDto[];
  nextCursor: string | null;
}

export class ArchiveFaultDto {
  /** Within the package; empty for the package itself. */
  path: string;
  @ApiProperty({ enum: FAULTS, enumName: 'ArchiveFault' }) kind: (typeof FAULTS)[number];
}

export class ArchiveReportDto {
  intact: boolean;
  filesChecked: number;
  faults: ArchiveFaultDto[];
}

export class DownloadArchiveDto {
  /** Why it is needed: it holds the applicant's data in clear. */
  @IsString() @MinLength(2) @MaxLength(200) @PlainText() reason: string;
}

export class SetRetentionDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  @IsEnum(RETENTIONS) retention: Retention;
}

export class RetentionDto {
  itemCode: string;
  @ApiProperty({ enum: RETENTIONS, enumName: 'Retention' }) retention: Retention;
}

export class ProposeDestructionDto {
  @IsString() @MinLength(2) @MaxLength(200) @PlainText() reason: string;
}

export class ApproveDestructionDto {
  @IsOptional() @IsString() @MaxLength(200) @PlainText() answer?: string;
}

export class RefuseDestructionDto {
  @IsString() @MinLength(2) @MaxLength(200) @PlainText() answer: string;
}

export class DestructionDto {
  id: string;
  unitName: string;
  @ApiProperty({ enum: DESTRUCTION_STATES, enumName: 'DestructionState' }) state: DestructionState;
  reason: string;
  archiveCount: number;
  proposedByName: string | null;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  answer: string | null;
  doneAt: Date | null;
  @ApiProperty({ enum: ['approve', 'refuse'], enumName: 'DestructionVerb', isArray: true })
  allowedActions: string[];
}

export class DestructionPageDto {
  items: DestructionDto[];
  nextCursor: string | null;
}
