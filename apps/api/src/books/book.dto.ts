import { ApiProperty } from '@nestjs/swagger';
import { BOOK_FORMATS, type BookFormat } from '@yikou/domain';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const LEVELS = ['STREET', 'COMMUNITY'] as const;
const FILE_STATES = ['WAITING', 'READY', 'FAILED'] as const;
const CHANGES = ['ADDED', 'REMOVED', 'CHANGED'] as const;
type Level = (typeof LEVELS)[number];

export class BookQueryDto extends PageQueryDto {
  @IsOptional() @IsIn(LEVELS) level?: Level;
}

export class NextBookQueryDto {
  @IsIn(LEVELS) level: Level;
}

export class CompileBookDto {
  @IsIn(LEVELS) level: Level;
  /** 编制单位; the unit of who compiles by default. */
  @IsOptional() @IsString() @MinLength(2) @MaxLength(100) @PlainText() issuer?: string;
}

export class CompareBooksQueryDto {
  /** The earlier edition. */
  @IsUUID() from: string;
}

export class BookFileDto {
  @ApiProperty({ enum: BOOK_FORMATS, enumName: 'BookFormat' }) format: BookFormat;
  /** WAITING until the worker has printed it. */
  @ApiProperty({ enum: FILE_STATES, enumName: 'BookFileState' })
  state: (typeof FILE_STATES)[number];
  bytes: number | null;
  sha256: string | null;
}

export class BookDto {
  id: string;
  @ApiProperty({ enum: LEVELS, enumName: 'ItemLevel' }) level: Level;
  /** Such as 2026-1. */
  edition: string;
  district: string;
  issuer: string;
  frozenOn: string;
  itemCount: number;
  /** SHA-256 over all contents: the same in every format. */
  contentHash: string;
  compiledAt: Date;
  /** The edition before, of the same level. */
  previousId: string | null;
  files: BookFileDto[];
}

export class BookPageDto {
  items: BookDto[];
  nextCursor: string | null;
}

export class BookItemDto {
  place: number;
  code: string;
  name: string;
  theme: string;
  versionId: string;
  versionNumber: number;
  effectiveFrom: string;
}

export class BookItemPageDto {
  items: BookItemDto[];
  nextCursor: string | null;
}

export class BookDifferenceDto {
  code: string;
  name: string;
  @ApiProperty({ enum: CHANGES, enumName: 'BookChange' }) kind: (typeof CHANGES)[number];
  fromVersionId: string | null;
  toVersionId: string | null;
  fromNumber: number | null;
  toNumber: number | null;
  /** In how many points they differ. */
  differences: number;
  /** How many of them touch the core content (R34). */
  core: number;
}

export class BookDifferencesDto {
  items: BookDifferenceDto[];
}

export class NextBookDto {
  /** The number it would get. */
  edition: string;
  itemCount: number;
  /** Items of this level with a version in the making, which would not be in it. */
  inTheMaking: number;
  /** What it would change against the last edition. */
  changes: BookDifferenceDto[];
}
