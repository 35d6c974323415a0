import { LONGEST_PASSWORD } from '@yikou/domain';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class ChangePasswordDto {
  @IsString() @MinLength(1) @MaxLength(LONGEST_PASSWORD) currentPassword: string;
  /** What is wrong with it stands in `errors`, all of it at once. */
  @IsString() @MinLength(1) @MaxLength(LONGEST_PASSWORD) newPassword: string;
}

export class SecondFactorSetupDto {
  /** Address of kind otpauth:// for a QR code. */
  uri: string;
  /** The same secret to be typed in by hand. */
  secret: string;
}

export class RecoveryCodesDto {
  /** Each good once, when the authenticator is not at hand. Shown here and never again. */
  recoveryCodes: string[];
}
