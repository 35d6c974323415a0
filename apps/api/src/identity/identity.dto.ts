import { ApiProperty } from '@nestjs/swagger';
import {
  ROLES,
  UNIT_KINDS,
  AREA_LEVELS,
  type Role,
  type UnitKind,
  type AreaLevel,
} from '@yikou/domain';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { PlainText } from '../plain-text.js';

export class SignInDto {
  /** Account name. */
  @IsString() @MinLength(1) @MaxLength(64) @PlainText() loginName: string;

  @IsString() @MinLength(1) @MaxLength(200) password: string;
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
}

export class SessionDto {
  /** Send it as `Authorization: Bearer <token>`; browsers get it as a HttpOnly cookie too. */
  token: string;
  expiresAt: Date;
  account: AccountDto;
}
