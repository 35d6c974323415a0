import { ApiProperty } from '@nestjs/swagger';
import { CASE_STATES, type CaseState } from '@yikou/domain';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../plain-text.js';
import { AgentDto, ClearAgentDto } from './agent.dto.js';

export const APPLICANT_KINDS = ['PERSON', 'ORGANISATION'] as const;

/** Masked (GB/T 35273). */
export class ApplicantDto {
  @ApiProperty({ enum: APPLICANT_KINDS, enumName: 'ApplicantKind' }) kind: string;
  name: string;
  identityNumber: string;
  telephone: string;
  address: string | null;
  /** Who acts for the applicant (R69). */
  agent: AgentDto | null;
}

export class UnmaskDto {
  /** What the full data is needed for, as the audit will show it. */
  @IsString() @MinLength(4) @MaxLength(200) @PlainText() reason: string;
}

/** In clear, and for this answer only: it is stored nowhere. */
export class ClearApplicantDto {
  @ApiProperty({ enum: APPLICANT_KINDS }) kind: (typeof APPLICANT_KINDS)[number];
  name: string;
  identityNumber: string;
  telephone: string;
  address: string | null;
  agent: ClearAgentDto | null;
}

/** One of the two, whole: parts of a number find nothing. */
export class SearchApplicantDto {
  @IsOptional() @IsString() @MinLength(1) @MaxLength(18) @PlainText() identityNumber?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(20) @PlainText() telephone?: string;
}

export class ApplicantCaseDto {
  id: string;
  number: string;
  itemName: string;
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseState' }) state: CaseState;
  /** Masked. */
  applicantName: string;
  registeredAt: Date;
}

export class ApplicantCasesDto {
  /** The newest fifty. */
  items: ApplicantCaseDto[];
}
