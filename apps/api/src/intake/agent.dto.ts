import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../plain-text.js';

/** Who acts for the applicant, with the letter that says so (R69). */
export class AgentInputDto {
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() name: string;
  @IsString() @MinLength(1) @MaxLength(18) @PlainText() identityNumber: string;
  @IsString() @MinLength(1) @MaxLength(20) @PlainText() telephone: string;
  /** Number of the authorisation letter, or `无编号`. */
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() letterNumber: string;
  /** First day on which the letter holds. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) validFrom: string;
  /** Last day on which the letter holds. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) validUntil: string;
}

/** The scan of an authorisation letter. */
export class LetterDto {
  name: string;
  mediaType: string;
  bytes: number;
}

/** Masked. */
export class AgentDto {
  name: string;
  identityNumber: string;
  telephone: string;
  letterNumber: string;
  validFrom: string;
  validUntil: string;
  letter: LetterDto | null;
}

/** In clear, and for this answer only. */
export class ClearAgentDto {
  name: string;
  identityNumber: string;
  telephone: string;
}

export class NameFollowerDto {
  /** An account of the unit that took the case. */
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) accountId: string;
}

export class TellProgressDto {
  /** What the applicant reads on the progress page; numbers of people are masked. */
  @IsString() @MinLength(2) @MaxLength(500) @PlainText() text: string;
}

export class ColleagueRefDto {
  id: string;
  name: string;
}

export class ProgressMessageDto {
  at: Date;
  /** Who told it. */
  name: string;
  text: string;
}

/** A case that somebody follows throughout (R70). */
export class TrackingDto {
  follower: ColleagueRefDto | null;
  /** The newest fifty. */
  messages: ProgressMessageDto[];
  /** The asker may name the follower, out of these; else empty. */
  colleagues: ColleagueRefDto[];
  /** The asker is the follower. */
  mayTell: boolean;
}
