import { COUNTER_ROLES, hasAnyRole, type Actor, type Role } from '../identity/index.js';

/** Heaps of cases that wait for somebody of a unit, in the order in which they are shown. */
export const WORKLISTS = [
  'TO_CLAIM',
  'MINE',
  'TO_ACCEPT',
  'AWAITING_SUPPLEMENT',
  'TO_TRANSFER',
  'TO_UPLOAD',
  'DUE_TODAY',
  'OVERDUE',
  'SUSPENDED',
  'TO_ISSUE',
  'TO_DELIVER',
  'TO_ARCHIVE',
] as const;
export type Worklist = (typeof WORKLISTS)[number];

const SECTIONS: readonly Role[] = ['SECTION_HANDLER', 'SECTION_HEAD'];
const WORKERS: readonly Role[] = [...COUNTER_ROLES, ...SECTIONS, 'DEPARTMENT_APPROVER'];

/** R7, R54–R58: what only the counter does waits there; uploading is also the sections' work. */
const WHOSE: Record<Worklist, readonly Role[]> = {
  TO_CLAIM: WORKERS,
  MINE: WORKERS,
  TO_ACCEPT: COUNTER_ROLES,
  AWAITING_SUPPLEMENT: COUNTER_ROLES,
  TO_TRANSFER: COUNTER_ROLES,
  TO_UPLOAD: [...COUNTER_ROLES, ...SECTIONS],
  DUE_TODAY: WORKERS,
  OVERDUE: WORKERS,
  SUSPENDED: WORKERS,
  TO_ISSUE: COUNTER_ROLES,
  TO_DELIVER: COUNTER_ROLES,
  TO_ARCHIVE: COUNTER_ROLES,
};

/** The worklists of somebody's roles; nobody else's work is drawn for them. */
export function worklistsOf(actor: Pick<Actor, 'roles'>): Worklist[] {
  return WORKLISTS.filter((worklist) => hasAnyRole(actor, WHOSE[worklist]));
}
