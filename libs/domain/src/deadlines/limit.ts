import { deadlineError } from './errors.js';

export type LimitUnit = 'WORKING_DAY' | 'CALENDAR_DAY' | 'MINUTE';

/** How long something may take. Each limit has its unit: not every law counts working days. */
export interface Limit {
  amount: number;
  unit: LimitUnit;
}

const LONGEST_LIMIT = 3660;

/** @throws DomainError `deadline.limit_invalid` unless the amount is an integer 0..3660 */
export function assertLimitIsPossible({ amount, unit }: Limit): void {
  if (!Number.isInteger(amount) || amount < 0 || amount > LONGEST_LIMIT) {
    throw deadlineError('deadline.limit_invalid', `${amount} ${unit}`);
  }
}
