import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@yikou/domain';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { InstantText, PlainText } from '../plain-text.js';
import { PageQueryDto } from '../page.dto.js';

export class AccountQueryDto extends PageQueryDto {
  @IsOptional() @IsUUID() unitId?: string;

  /** Held now. */
  @IsOptional()
  @ApiProperty({ enum: ROLES, enumName: 'Role', required: false })
  @IsEnum(ROLES)
  role?: Role;

  /** Part of the person's or the account's name. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) @PlainText() q?: string;

  /** Without it, both. */
  @IsOptional()
  @Transform(({ value }) =>
    value === 'true' ? true : value === 'false' ? false : (value as unknown),
  )
  @IsBoolean()
  active?: boolean;
}

export class AccountUnitDto {
  id: string;
  name: string;
  areaName: string;
}

export class AccountSummaryDto {
  id: string;
  loginName: string;
  displayName: string;
  unit: AccountUnitDto;
  /** Held now. */
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true }) roles: Role[];
  active: boolean;
  /** A demo account opens nothing in production. */
  demo: boolean;
  /** Whether a code belongs to the password. */
  secondFactorOn: boolean;
  /** Still has to change a one-time password. */
  mustChangePassword: boolean;
  /** Hand it back with a change. */
  version: number;
  createdAt: Date;
}

export class AccountPageDto {
  items: AccountSummaryDto[];
  nextCursor: string | null;
}

export class RoleGrantDto {
  id: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role: Role;
  validFrom: Date;
  /** The first instant at which it no longer holds; null for no end. */
  validUntil: Date | null;
  grantedAt: Date;
  /** Null for what was granted before the system kept it. */
  grantedByName: string | null;
  revokedAt: Date | null;
  revokedByName: string | null;
}

export class ExternalIdentityDto {
  id: string;
  issuer: string;
  subject: string;
  linkedAt: Date;
}

export class ManagedAccountDto extends AccountSummaryDto {
  /** The latest hundred, those that are over among them, newest first. */
  grants: RoleGrantDto[];
  externalIdentities: ExternalIdentityDto[];
  lastSignedInAt: Date | null;
}

export class CreateAccountDto {
  /** Small letters, digits, dots and dashes, beginning with a letter. */
  @Matches(/^[a-z][a-z0-9.-]{2,63}$/) loginName: string;
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() displayName: string;
  @IsUUID() unitId: string;
}

export class OneTimePasswordDto {
  /** Shown here and never again; it opens nothing but the change to an own password. */
  oneTimePassword: string;
  /** From then on it is worth nothing. */
  validUntil: Date;
}

export class NewAccountDto extends OneTimePasswordDto {
  account: ManagedAccountDto;
}

export class ChangeAccountDto {
  /** The version that the account was seen in. */
  @IsInt() @Min(1) version: number;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(64) @PlainText() displayName?: string;
  @IsOptional() @IsUUID() unitId?: string;
  /** `false` ends every session at once. */
  @IsOptional() @IsBoolean() active?: boolean;
}

export class GrantRoleDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) @IsEnum(ROLES) role: Role;
  /** From now on where it is left out or past. */
  @IsOptional() @InstantText() validFrom?: string;
  /** The first instant at which it no longer holds; without it there is no end. */
  @IsOptional() @InstantText() validUntil?: string;
}

export class LinkIdentityDto {
  /** The provider's own address, as it stands in its tokens; left out, the provider that is set. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  @MaxLength(300)
  issuer?: string;
  /** What the provider calls the person. */
  @IsString() @MinLength(1) @MaxLength(255) @PlainText() subject: string;
}
