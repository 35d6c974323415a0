import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@yikou/platform';

/** Bound to its row: put into another account's, a secret does not open. */
const placeOf = (accountId: string) => `account_secrets.second_factor_secret:${accountId}`;

/** Seals the shared secret of the second factor: unlike a password it must be read again. */
@Injectable()
export class SecondFactorSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  seal(accountId: string, secret: string): string {
    return this.cipher.encrypt(secret, placeOf(accountId));
  }

  /** @throws FieldCipherError when it was changed or belongs elsewhere */
  open(accountId: string, sealed: string): string {
    return this.cipher.decrypt(sealed, placeOf(accountId));
  }
}
