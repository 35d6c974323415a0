import { ApiProperty } from '@nestjs/swagger';
import { PREREGISTRATION_STATES, type PreregistrationState } from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsEnum,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { AgentInputDto, ApplicantInputDto } from '../intake/index.js';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

export class SendPreregistrationDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  /** The centre or station at which it will be handed in. */
  @IsUUID() unitId: string;
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ApplicantInputDto)
  applicant: ApplicantInputDto;
  /** Chosen by the sender; the same one sent again makes no second one, and files are added with it. */
  @IsUUID() requestKey: string;
}

export class SentMaterialDto {
  position: number;
  name: string;
  required: boolean;
  /** Names of the files sent for it. */
  files: string[];
}

/** What the sender is told. */
export class SentDto {
  id: string;
  /** Two groups of four, to be said at the counter. */
  code: string;
  unitName: string;
  address: string | null;
  telephone: string | null;
  itemCode: string;
  itemName: string;
  /** Masked. */
  applicantName: string;
  /** The last day on which it can be opened; then it is deleted. */
  lastDay: string;
  materials: SentMaterialDto[];
}

export class PreregistrationQueryDto extends PageQueryDto {
  @IsOptional() @IsEnum(PREREGISTRATION_STATES) state?: PreregistrationState;
  /** Whole code, in any spelling. */
  @IsOptional() @IsString() @MaxLength(20) @PlainText() code?: string;
}

export class PreregistrationDto {
  id: string;
  code: string;
  @ApiProperty({ enum: PREREGISTRATION_STATES, enumName: 'PreregistrationState' })
  state: PreregistrationState;
  itemCode: string;
  itemName: string;
  /** Masked. */
  applicantName: string;
  sentAt: Date;
  lastDay: string;
  fileCount: number;
  caseId: string | null;
  mayRegister: boolean;
}

export class PreregistrationPageDto {
  items: PreregistrationDto[];
  nextCursor: string | null;
}

export class SentFileDto {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
}

export class OpenedMaterialDto {
  position: number;
  name: string;
  form: string;
  required: boolean;
  files: SentFileDto[];
}

/** As the counter opens it; numbers are masked, the case gets them whole. */
export class OpenedPreregistrationDto extends PreregistrationDto {
  identityNumber: string;
  telephone: string;
  address: string | null;
  materials: OpenedMaterialDto[];
}

export class RegisterPreregistrationDto {
  /** Positions in hand on paper; those with files count as received anyway. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(99, { each: true })
  receivedMaterials: number[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AgentInputDto)
  agent?: AgentInputDto;
}
