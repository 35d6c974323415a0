import { ApiProperty } from '@nestjs/swagger';
import { PROMISE_STANDINGS, type PromiseStanding } from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PlainText } from '../plain-text.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** On one board people still read it. */
const MOST_PROMISES = 30;
const MOST_VERSIONS = 100_000;
const SOMETHING = /\S/;

export class ServicePromiseDto {
  @IsString() @Matches(SOMETHING) @MaxLength(50) @PlainText() title: string;
  @IsString() @Matches(SOMETHING) @MaxLength(500) @PlainText() text: string;
}

export class ServicePromisesDto {
  number: number;
  effectiveFrom: string;
  @ApiProperty({ enum: PROMISE_STANDINGS, enumName: 'PromiseStanding' }) standing: PromiseStanding;
  promises: ServicePromiseDto[];
  publishedAt: Date;
}

/** As the centres and the district see it. */
export class PublishedPromisesDto extends ServicePromisesDto {
  publishedByName: string;
}

export class PublishedPromisesPageDto {
  /** The newest first. */
  items: PublishedPromisesDto[];
  nextCursor: string | null;
  @ApiProperty({ enum: ['publish'], enumName: 'ServicePromisesVerb', isArray: true })
  allowedActions: string[];
}

export class ServicePromisesPageDto {
  /** The newest first. */
  items: ServicePromisesDto[];
  nextCursor: string | null;
}

export class PublishPromisesDto {
  /** Number of the version that the author saw last; 0 for none. */
  @IsInt() @Min(0) @Max(MOST_VERSIONS) replaces: number;
  /** Without it, today. */
  @IsOptional() @Matches(DAY) effectiveFrom?: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PROMISES)
  @ValidateNested({ each: true })
  @Type(() => ServicePromiseDto)
  promises: ServicePromiseDto[];
}
