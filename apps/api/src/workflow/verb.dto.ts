import { OUTCOMES, type Outcome } from '@yikou/domain';
import {
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { PlainText } from '../plain-text.js';

/** Every verb carries the version that the person saw. */
export class VerbDto {
  @IsInt() @Min(1) version: number;
}

export class TaskVerbDto extends VerbDto {
  /** The task that is meant; left out, the one of the asker's unit that the verb fits. */
  @IsOptional() @IsUUID() taskId?: string;
}

export class OpinionDto extends TaskVerbDto {
  @IsString() @MinLength(1) @MaxLength(2000) @PlainText() opinion: string;
}

export class ReasonDto extends VerbDto {
  @IsString() @MinLength(1) @MaxLength(2000) @PlainText() reason: string;
}

export class RefuseDto extends ReasonDto {
  /** Where the applicant can turn to (复议、诉讼 or the competent body). */
  @IsString() @MinLength(1) @MaxLength(2000) @PlainText() remedy: string;
}

export class SuspendDto extends ReasonDto {
  /** `kind` of one of the item's special procedures. */
  @IsString() @MaxLength(64) @PlainText() procedureKind: string;
}

export class DecideDto extends OpinionDto {
  @IsEnum(OUTCOMES) outcome: Outcome;
  /** Needed with REJECTED. */
  @IsOptional() @IsString() @MaxLength(2000) @PlainText() reason?: string;
  @IsOptional() @IsString() @MaxLength(2000) @PlainText() remedy?: string;
}

export class IssueDto extends VerbDto {
  /** Number printed on the result document; made from the case number when left out. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) @PlainText() resultNumber?: string;
}

export class DeliverDto extends VerbDto {
  /** One of the case's `deliveryMethods`. */
  @IsString() @MaxLength(32) @PlainText() method: string;
  /** Who received it. */
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() receiver: string;
  /** Proof: signature reference or courier number. */
  @IsString() @MinLength(1) @MaxLength(200) @PlainText() proof: string;
}
