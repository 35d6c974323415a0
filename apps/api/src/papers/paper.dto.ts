import { ApiProperty } from '@nestjs/swagger';
import { PAPER_KINDS, type PaperKind } from '@yikou/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEnum,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PlainText } from '../plain-text.js';

/** Papers that are printed together at most. */
export const MOST_TOGETHER = 100;

export class PaperDto {
  id: string;
  caseId: string;
  @ApiProperty({ enum: PAPER_KINDS, enumName: 'PaperKind' }) kind: PaperKind;
  subject: string;
  title: string;
  /** Such as 大学路便民受〔2026〕12号; without gaps for each unit, year and kind. */
  number: string;
  unitName: string;
  issuedAt: Date;
  issuedByName: string;
  /** Of the file, as it was printed first and is printed again. */
  sha256: string;
  bytes: number;
  pages: number;
  /** How often it was sent to a printer. */
  prints: number;
  lastPrintedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
  /** Path of the public page that confirms it. */
  verificationPath: string;
  @ApiProperty({ enum: ['read', 'print', 'withdraw'], enumName: 'PaperAction', isArray: true })
  allowedActions: ('read' | 'print' | 'withdraw')[];
}

export class OfferedPaperDto {
  @ApiProperty({ enum: PAPER_KINDS, enumName: 'PaperKind' }) kind: PaperKind;
  /** Send it back with the kind. */
  subject: string;
  title: string;
}

export class CasePapersDto {
  /** Papers that the state of the case calls for and the asker may issue now. */
  offered: OfferedPaperDto[];
  /** Issued so far, the oldest first. */
  items: PaperDto[];
}

export class IssuePaperDto {
  @IsEnum(PAPER_KINDS)
  @ApiProperty({ enum: PAPER_KINDS, enumName: 'PaperKind' })
  kind: PaperKind;
  /** As offered; may be left out where it is empty. */
  @IsOptional() @IsString() @MaxLength(64) @PlainText() subject?: string;
}

export class WithdrawPaperDto {
  @IsString() @MinLength(2) @MaxLength(200) @PlainText() reason: string;
}

export class PrintPapersDto {
  /** In the order in which they are to be printed. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TOGETHER)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  paperIds: string[];
}

/** Lenient: what somebody typed from paper is judged on the page. */
export class VerificationQueryDto {
  @IsOptional() @IsString() @MaxLength(100) @PlainText() code?: string;
  @IsOptional() @IsString() @MaxLength(10) lang?: string;
}
