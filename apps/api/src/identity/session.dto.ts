import { ApiProperty } from '@nestjs/swagger';
import {
  AREA_LEVELS,
  LONGEST_PASSWORD,
  ROLES,
  SECOND_FACTOR_STATES,
  UNIT_KINDS,
  type AreaLevel,
  type Role,
  type SecondFactorState,
  type UnitKind,
} from '@yikou/domain';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../plain-text.js';

/** Six digits of an authenticator, or a recovery code. */
const CODE = /^(\d{6}|[A-Za-z2-7]{4}([- ]?[A-Za-z2-7]{4}){3})$/;

export class SignInDto {
  /** Account name. */
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() loginName: string;

  @IsString() @MinLength(1) @MaxLength(LONGEST_PASSWORD) password: string;

  /** Six digits of the authenticator or a recovery code, once `identity.second_factor_required` asked for it. */
  @IsOptional() @Matches(CODE) code?: string;
}

export class RefreshDto {
  /** Left out by browsers: they have it as a cookie. */
  @IsOptional() @IsString() @MinLength(1) @MaxLength(100) @PlainText() refreshToken?: string;
}

export class CodeDto {
  /** Six digits of the authenticator or a recovery code. */
  @Matches(CODE) code: string;
}

export class OwnUnitDto {
  id: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' }) kind: UnitKind;
  @ApiProperty({ enum: AREA_LEVELS, enumName: 'AreaLevel' }) level: AreaLevel;
  areaCode: string;
  areaName: string;
  telephone: string | null;
  address: string | null;
}

export class AccountDto {
  id: string;
  loginName: string;
  displayName: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true }) roles: Role[];
  unit: OwnUnitDto;
  /** What the SPA may offer in its navigation; the server still checks every call. */
  @ApiProperty({ isArray: true, type: String })
  areasOfWork: string[];
  /** Actions of the permission matrix that a role of theirs carries; for buttons that no row decides. */
  @ApiProperty({ isArray: true, type: String })
  actions: string[];
  /**
   * `NONE` not used; `NEEDED` to be set up before anything else; `ASKED` its code is still to be given in
   * this session; `ON` set up and given.
   */
  @ApiProperty({ enum: SECOND_FACTOR_STATES, enumName: 'SecondFactorState' })
  secondFactor: SecondFactorState;
  /** Nothing else may be done before the password has been changed. */
  mustChangePassword: boolean;
}

export class SessionDto {
  /** Send it as `Authorization: Bearer <token>`; null for browsers, which get it as a HttpOnly cookie. */
  token: string | null;
  /** Good once, for `POST /api/v1/sessions/refresh`; null for browsers. */
  refreshToken: string | null;
  /** When the token is to be renewed. */
  expiresAt: Date;
  /** When the refresh token is worth nothing any more. */
  refreshExpiresAt: Date;
  /** When the person has to sign in again, however often the session is renewed. */
  endsAt: Date;
  account: AccountDto;
}

export class SessionEntryDto {
  id: string;
  createdAt: Date;
  /** To a quarter of an hour: written when the session is renewed. */
  lastUsedAt: Date;
  endsAt: Date;
  address: string | null;
  /** Such as `Chrome 139 · Windows`. */
  device: string;
  @ApiProperty({ enum: ['PASSWORD', 'OIDC'], enumName: 'SignInWay' }) way: 'PASSWORD' | 'OIDC';
  /** The session in which this was asked. */
  current: boolean;
}

export class SessionListDto {
  items: SessionEntryDto[];
}

export class SignInWaysDto {
  password: boolean;
  /** Whether `GET /api/v1/oidc/start` leads to a provider. */
  oidc: boolean;
}
