import type { Dto } from '@yikou/api-client';

/** What has to be done before anything else, as the server says of the session. */
export type FirstThing = 'password' | 'factor' | 'code';

export function firstThingOf(account: Dto<'AccountDto'>): FirstThing | undefined {
  if (account.mustChangePassword) return 'password';
  if (account.secondFactor === 'NEEDED') return 'factor';
  return account.secondFactor === 'ASKED' ? 'code' : undefined;
}
