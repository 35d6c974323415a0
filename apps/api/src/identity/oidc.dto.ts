import { IsOptional, IsString, MaxLength } from 'class-validator';

export class OidcStartDto {
  /** Path of ours to which the browser comes back; anything else leads to the first page. */
  @IsOptional() @IsString() @MaxLength(2000) returnTo?: string;
}
