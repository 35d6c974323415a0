import { ApiProperty } from '@nestjs/swagger';
import { CASE_STATES, NAMED_CHANNELS, type CaseState } from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MaterialDto } from '../catalog/index.js';
import { PlainText } from '../plain-text.js';
import { AgentInputDto, ProgressMessageDto } from './agent.dto.js';
import { APPLICANT_KINDS, ApplicantDto } from './applicant.dto.js';
import { VerbDto } from '../workflow/index.js';

export class ApplicantInputDto {
  @IsIn(APPLICANT_KINDS) kind: (typeof APPLICANT_KINDS)[number];
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() name: string;
  /** Identity number (PERSON) or unified social credit code (ORGANISATION). */
  @IsString() @MinLength(1) @MaxLength(18) @PlainText() identityNumber: string;
  @IsString() @MinLength(1) @MaxLength(20) @PlainText() telephone: string;
  @IsOptional() @IsString() @MaxLength(200) @PlainText() address?: string;
}

export class RegisterCaseDto {
  /** Code of a service item that the counter offers, such as EQ-T-05-001. */
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ApplicantInputDto)
  applicant: ApplicantInputDto;

  /** Who acts for the applicant (R69). */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AgentInputDto)
  agent?: AgentInputDto;

  /** COUNTER unless the hall's self-service machine sends it (R65). */
  @IsOptional() @IsIn(NAMED_CHANNELS) channel?: (typeof NAMED_CHANNELS)[number];

  /** Positions (from 0) in the item's checklist that were handed in on paper. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(99, { each: true })
  receivedMaterials: number[];
}

export class ReceiveMaterialDto {
  /** The clerk has it in hand (seen or kept, as the checklist says). */
  @IsBoolean() received: boolean;
}

export class MissingMaterialDto {
  @IsString() @MinLength(1) @MaxLength(200) @PlainText() name: string;
  /** How and where the applicant gets it. */
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() howToGet: string;
}

export class RequestSupplementDto extends VerbDto {
  /** Everything that is missing, named at once (R73). */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MissingMaterialDto)
  missing: MissingMaterialDto[];

  /** Of a second notice: what was not known before; only the head of the centre gives one (R73). */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(1000) @PlainText() newFacts?: string;
}

export class CorrectCaseDto {
  @IsString() @MinLength(1) @MaxLength(2000) @PlainText() reason: string;

  /** Positions in the checklist of the item's present version that are in hand. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(99, { each: true })
  receivedMaterials: number[];
}

export class SupplementDto extends VerbDto {
  /** Positions in the checklist now handed in. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(99, { each: true })
  receivedMaterials: number[];
}

export class MaterialFileDto {
  id: string;
  /** Name the file came with. */
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  uploadedAt: Date;
}

export class CaseMaterialDto extends MaterialDto {
  position: number;
  received: boolean;
  receivedAt: Date | null;
  files: MaterialFileDto[];
}

export class CaseMaterialsDto {
  /** The asker may tick and attach; else the checklist is only read. */
  mayReceive: boolean;
  items: CaseMaterialDto[];
  /** Names of required ones still missing. */
  missing: string[];
}

export class SupplementNoticeDto {
  requestedAt: Date;
  missing: MissingMaterialDto[];
  dueAt: Date | null;
}

/** What is printed for the applicant (收件凭证). */
export class ReceiptDto {
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseState' }) state: CaseState;
  /** When it was refused; a written refusal carries its date (行政许可法 §32). */
  refusedAt: Date | null;
  /** Reason and remedy of a refusal, or of a rejection. */
  closeReason: string | null;
  remedy: string | null;
  /** R50: in whose name the centre decided. */
  authority: string | null;
  caseNumber: string;
  itemName: string;
  itemCode: string;
  applicant: ApplicantDto;
  registeredAt: Date;
  acceptedAt: Date | null;
  promisedDueAt: Date | null;
  provisional: boolean;
  unitName: string;
  unitTelephone: string | null;
  unitAddress: string | null;
  clerkName: string;
  supervisionTelephone: string | null;
  materials: CaseMaterialDto[];
  notice: SupplementNoticeDto | null;
  /** Path of the progress page for the QR code. */
  progressPath: string;
}

export class ProgressQueryDto {
  @Matches(/^\d{22,30}$/) number: string;
  /** Last four characters of the identity number or credit code. */
  @Matches(/^[0-9A-Za-z]{4}$/) identityTail: string;
}

export class ProgressStepDto {
  name: string;
  @ApiProperty({ enum: ['DONE', 'CURRENT', 'AHEAD'], enumName: 'StageProgress' }) progress: string;
}

export class ProgressDto {
  caseNumber: string;
  itemName: string;
  state: string;
  unitName: string;
  unitTelephone: string | null;
  registeredAt: Date;
  acceptedAt: Date | null;
  promisedDueAt: Date | null;
  provisional: boolean;
  decidedAt: Date | null;
  deliveredAt: Date | null;
  steps: ProgressStepDto[];
  /** R70: who follows the case throughout, and what they told; the newest first. */
  followerName: string | null;
  messages: ProgressMessageDto[];
}
