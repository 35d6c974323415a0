import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { closingOf, dateOf, stamp } from '../../../ui/time';

type Grant = Dto<'RoleGrantDto'>;

export type GrantStanding = 'AHEAD' | 'NOW' | 'OVER' | 'REVOKED';

export function standingOf(
  { revokedAt, grantedAt, validFrom, validUntil }: Grant,
  now: number,
): GrantStanding {
  if (revokedAt) return 'REVOKED';
  if (validUntil && Date.parse(validUntil) <= now) return 'OVER';
  // Our clock may be behind the server's: what held from when it was granted is not ahead of us.
  return Date.parse(validFrom) > Math.max(now, Date.parse(grantedAt)) ? 'AHEAD' : 'NOW';
}

/** Whole days by their dates, with the last day named rather than the instant after it. */
export function periodOf({ validFrom, validUntil }: Grant, t: TFunction): string {
  const begin = stamp(validFrom);
  const from = begin.endsWith(' 00:00') ? dateOf(validFrom) : begin;
  if (!validUntil) return t('account.periodOpen', { from });
  const { date, clock } = closingOf(validUntil);
  return t('account.periodWords', { from, until: clock === '24:00' ? date : `${date} ${clock}` });
}
