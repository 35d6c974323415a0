import { ApiProperty } from '@nestjs/swagger';
import {
  POSTED_CHANNELS,
  PUBLICATION_CHANNELS,
  PUBLICATION_STATES,
  type PostedChannel,
  type PublicationChannel,
  type PublicationState,
} from '@yikou/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto } from '../page.dto.js';
import { PlainText } from '../plain-text.js';

/** Rows that are recorded at once. */
const MOST_ROWS = 100;
const LARGEST_INT = 2_147_483_647;

export class PublicationQueryDto extends PageQueryDto {
  @IsOptional() @IsUUID() unitId?: string;
  /** Together with `state`; alone it changes nothing. */
  @IsOptional() @IsIn(POSTED_CHANNELS) channel?: PostedChannel;
  /** CURRENT: on every channel asked for; STALE, MISSING: on one of them at least. */
  @IsOptional() @IsIn(PUBLICATION_STATES) state?: PublicationState;
}

export class PublicationSummaryQueryDto {
  @IsOptional() @IsUUID() unitId?: string;
}

export class PublishedOnDto {
  @ApiProperty({ enum: PUBLICATION_CHANNELS, enumName: 'PublicationChannel' })
  channel: PublicationChannel;
  @ApiProperty({ enum: PUBLICATION_STATES, enumName: 'PublicationState' }) state: PublicationState;
  /** Number of the version that is posted; null for none. */
  versionNumber: number | null;
  postedOn: string | null;
  place: string | null;
  /** Null where the system posts it by itself. */
  recordedBy: string | null;
}

export class PublicationRowDto {
  unitId: string;
  unitName: string;
  itemCode: string;
  itemName: string;
  /** Number of the version in force. */
  versionNumber: number;
  effectiveFrom: string;
  channels: PublishedOnDto[];
  @ApiProperty({ enum: ['record'], isArray: true }) allowedActions: 'record'[];
}

export class PublicationPageDto {
  items: PublicationRowDto[];
  nextCursor: string | null;
}

export class ChannelSummaryDto {
  @ApiProperty({ enum: PUBLICATION_CHANNELS, enumName: 'PublicationChannel' })
  channel: PublicationChannel;
  current: number;
  stale: number;
  missing: number;
}

export class PublicationSummaryDto {
  items: ChannelSummaryDto[];
}

export class PostedItemDto {
  @IsUUID() unitId: string;
  @IsString() @Matches(/^[\w-]{1,64}$/) itemCode: string;
  @IsIn(POSTED_CHANNELS) channel: PostedChannel;
  /** Number of the version that hangs there now. */
  @IsInt() @Min(1) @Max(LARGEST_INT) versionNumber: number;
}

export class RecordPublicationsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ROWS)
  @ValidateNested({ each: true })
  @Type(() => PostedItemDto)
  entries: PostedItemDto[];
  /** The day it was posted; today where nothing is said. */
  @IsOptional() @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) postedOn?: string;
  /** Such as 一楼大厅公示栏, or the name of an account. */
  @IsOptional() @IsString() @MaxLength(100) @PlainText() place?: string;
}

export class PublicationProblemDto {
  code: string;
  title: string;
}

export class RecordedPublicationDto extends PostedItemDto {
  /** After it was recorded; null where it was not. */
  @ApiProperty({ enum: PUBLICATION_STATES, enumName: 'PublicationState', nullable: true })
  state: PublicationState | null;
  /** Why this entry was not recorded; the others were. */
  problem: PublicationProblemDto | null;
}

export class RecordedPublicationsDto {
  /** One for each entry, in the same order. */
  items: RecordedPublicationDto[];
}
