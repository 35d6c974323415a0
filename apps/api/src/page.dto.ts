import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PlainText } from './plain-text.js';

/** Keyset pagination: hand `nextCursor` back as `cursor` to go on. */
export class PageQueryDto {
  /** The `nextCursor` of the page before; without it, the first page. */
  @IsOptional() @IsString() @MaxLength(200) @PlainText() cursor?: string;

  /** Rows a page, 1 to 100. */
  @IsOptional()
  @Transform(({ value }) => (value === undefined ? undefined : Number(value)))
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export const USUAL_PAGE = 20;
