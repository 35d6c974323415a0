import { ApiProperty } from '@nestjs/swagger';
import { AUTHORISATION_STANDINGS, type AuthorisationStanding } from '@yikou/domain';
import {
  IsEnum,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class AuthorisationUnitDto {
  id: string;
  name: string;
}

export class AuthorisationDto {
  id: string;
  itemCode: string;
  itemName: string;
  section: AuthorisationUnitDto;
  centre: AuthorisationUnitDto;
  documentName: string;
  documentNumber: string;
  /** Name of the scanned document; null until it was handed in. */
  scanName: string | null;
  validFrom: string;
  /** The last day on which it holds; null until further notice. */
  validUntil: string | null;
  @ApiProperty({ enum: AUTHORISATION_STANDINGS, enumName: 'AuthorisationStanding' })
  standing: AuthorisationStanding;
  /** Calendar days to the last one, which counts as 0; null where none is in sight. */
  daysLeft: number | null;
  /** R48: another one carries on from the day after. */
  renewed: boolean;
  revokedFrom: string | null;
  revokeReason: string | null;
  grantedByName: string | null;
  grantedAt: Date;
  @ApiProperty({ enum: ['revoke', 'attachDocument'], enumName: 'AuthorisationVerb', isArray: true })
  allowedActions: string[];
}

export class AuthorisationPageDto {
  /** The asker may grant in the name of their section. */
  mayGrant: boolean;
  items: AuthorisationDto[];
  nextCursor: string | null;
}

export class AuthorisationQueryDto extends PageQueryDto {
  @IsOptional() @IsUUID() centreUnitId?: string;
  @IsOptional() @IsUUID() sectionUnitId?: string;
  @IsOptional() @IsString() @MaxLength(64) @PlainText() itemCode?: string;
  @IsOptional() @IsEnum(AUTHORISATION_STANDINGS) standing?: AuthorisationStanding;
}

export class GrantAuthorisationDto {
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() itemCode: string;
  @IsUUID() centreUnitId: string;
  /** Name of the document (授权委托书). */
  @IsString() @MinLength(1) @MaxLength(100) @PlainText() documentName: string;
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() documentNumber: string;
  @Matches(DAY) from: string;
  /** The last day; without it, until further notice. */
  @IsOptional() @Matches(DAY) until?: string;
}

export class RevokeAuthorisationDto {
  @IsString() @MinLength(1) @MaxLength(500) @PlainText() reason: string;
  /** The first day on which it no longer holds; without it, today. */
  @IsOptional() @Matches(DAY) from?: string;
}
