import type { Dto } from '@yikou/api-client';

/** Whom the API lets see an applicant's numbers, as far as the account tells; it still checks every call. */
export function worksOnCases({ areasOfWork }: Dto<'AccountDto'>): boolean {
  return areasOfWork.includes('DESK') || areasOfWork.includes('WORKLIST');
}
