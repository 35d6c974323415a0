import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  APPLICATION_STATES,
  MOST_ITEMS_OF_APPLICATION,
  type ApplicationState,
} from '@yikou/domain';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PlainText } from '../plain-text.js';
import { CaseSummaryDto, UnitRefDto } from '../workflow/index.js';
import { ApplicantDto } from './applicant.dto.js';
import { RegisterCaseDto } from './intake.dto.js';

export class RegisterApplicationDto extends OmitType(RegisterCaseDto, [
  'itemCode',
  'receivedMaterials',
] as const) {
  /** Codes of two to ten items that the counter offers. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_ITEMS_OF_APPLICATION)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  itemCodes: string[];

  /** What it is about, such as 我要开餐馆; the names of the items by default. */
  @IsOptional() @IsString() @MinLength(2) @MaxLength(60) @PlainText() title?: string;

  /** Names of the materials in hand; each counts for every item that asks for it by this name. */
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  receivedMaterials: string[];
}

/** Masked. */
export class ApplicationApplicantDto extends OmitType(ApplicantDto, ['agent'] as const) {}

export class OverallClockDto {
  /** When the first case was accepted. */
  startedAt: Date;
  /** The latest of the cases' due instants. */
  dueAt: Date;
  /** Milliseconds of the longest case, not the sum. */
  elapsedMs: number;
  /** Every case that is still open has been accepted, so that no later due instant can come. */
  complete: boolean;
}

export class ApplicationCaseDto extends CaseSummaryDto {
  acceptedAt: Date | null;
  decidedAt: Date | null;
  /** Of its promised or on-the-spot clock. */
  startedAt: Date | null;
  dueAt: Date | null;
}

export class SharedMaterialDto {
  name: string;
  /** Of the cases that ask for it, by their numbers. */
  caseNumbers: string[];
  /** One of them cannot be accepted without it. */
  required: boolean;
  receivedAt: Date | null;
  files: number;
}

export class ApplicationDto {
  id: string;
  number: string;
  title: string;
  @ApiProperty({ enum: APPLICATION_STATES, enumName: 'ApplicationState' }) state: ApplicationState;
  /** The one contact for all of it. */
  applicant: ApplicationApplicantDto;
  takingUnit: UnitRefDto;
  unitTelephone: string | null;
  unitAddress: string | null;
  clerkName: string;
  registeredAt: Date;
  clock: OverallClockDto | null;
  /** Those within the asker's scope, in the order in which they were taken. */
  cases: ApplicationCaseDto[];
  /** Cases of other units, which the asker does not see. */
  hiddenCases: number;
  materials: SharedMaterialDto[];
}
