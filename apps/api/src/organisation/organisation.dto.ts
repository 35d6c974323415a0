import { ApiProperty } from '@nestjs/swagger';
import { AREA_LEVELS, UNIT_KINDS, type AreaLevel, type UnitKind } from '@yikou/domain';
import { IsEnum, IsOptional, Matches } from 'class-validator';
import { PageQueryDto } from '../page.dto.js';

export class AreaDto {
  /** 12-digit division code. */
  code: string;
  name: string;
  @ApiProperty({ enum: AREA_LEVELS, enumName: 'AreaLevel' }) level: AreaLevel;
  parentCode: string | null;
  /** One of the four pilot streets (R6). */
  pilot: boolean;
  /** The chief responsible unit among the pilots (R97). */
  chief: boolean;
}

export class AreaPageDto {
  items: AreaDto[];
  nextCursor: string | null;
}

export class AreaQueryDto extends PageQueryDto {
  /** Only the areas directly below this one. */
  @IsOptional() @Matches(/^\d{12}$/) parent?: string;
}

export class UnitDto {
  id: string;
  code: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' }) kind: UnitKind;
  areaCode: string;
  telephone: string | null;
  address: string | null;
  /** Local time HH:mm. */
  opensAt: string;
  closesAt: string;
  /** Comprehensive counters (R16). */
  counterCount: number;
}

export class UnitPageDto {
  items: UnitDto[];
  nextCursor: string | null;
}

export class UnitQueryDto extends PageQueryDto {
  @IsOptional() @Matches(/^\d{12}$/) areaCode?: string;
  @IsOptional() @IsEnum(UNIT_KINDS) kind?: UnitKind;
}
