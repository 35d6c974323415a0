import { identityError, whyPasswordIsRefused, type PasswordFacts } from '@yikou/domain';

/** @throws DomainError `identity.password_refused` with every fault at the field `newPassword` */
export function refuseBadPassword(newPassword: string, facts: PasswordFacts): void {
  const faults = whyPasswordIsRefused(newPassword, facts);
  if (faults.length === 0) return;
  const fields = faults.map(({ code, detail }) => ({ field: 'newPassword', code, detail }));
  throw identityError('identity.password_refused', undefined, fields);
}
