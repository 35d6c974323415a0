import { describe, expect, it } from '@jest/globals';
import { areasOfWorkOf, hasAnyRole, mayTakeRequests, ROLES, seesWholeSubtree } from './roles.js';
import type { AreaOfWork, Role } from './roles.js';

const COMPARED: AreaOfWork[] = ['COMBING', 'BOOKS'];
const HALL: AreaOfWork[] = ['OFFERINGS', 'AUTHORISATIONS', 'PUBLICATIONS'];

const CLOSING: AreaOfWork[] = ['DELIVERIES', 'FILINGS', 'ARCHIVES'];

/** Who watches the subtree, who takes requests, which pages are open: design §6, by post. */
const POSTS: Record<Role, { watches: boolean; takes: boolean; open: AreaOfWork[] }> = {
  DISTRICT_SUPERVISOR: {
    watches: true,
    takes: false,
    open: [
      'CASES',
      'OVERDUE',
      'HALL_FIGURES',
      'CATALOG',
      ...COMPARED,
      ...HALL,
      'ITEMS',
      ...CLOSING,
    ],
  },
  INSPECTOR: {
    watches: true,
    takes: false,
    open: ['CASES', 'OVERDUE', 'HALL_FIGURES', ...COMPARED, ...HALL, 'ITEMS', ...CLOSING],
  },
  AUDITOR: {
    watches: true,
    takes: false,
    open: ['CASES', 'OVERDUE', 'ITEMS', 'ARCHIVES', 'AUDIT'],
  },
  CENTRE_ADMINISTRATOR: {
    watches: false,
    takes: true,
    open: [
      'DESK',
      'WORKLIST',
      'RECEPTION',
      'VISITS',
      'CASES',
      'OVERDUE',
      'HALL_FIGURES',
      ...COMPARED,
      ...HALL,
      'ITEMS',
      ...CLOSING,
    ],
  },
  CLERK: {
    watches: false,
    takes: true,
    open: ['DESK', 'WORKLIST', 'RECEPTION', 'VISITS', 'CASES', 'OVERDUE', 'ITEMS', ...CLOSING],
  },
  GUIDE: {
    watches: false,
    takes: false,
    open: ['RECEPTION', 'VISITS', 'CASES', 'OVERDUE', 'ITEMS'],
  },
  SECTION_HANDLER: {
    watches: false,
    takes: false,
    open: ['WORKLIST', 'RECEPTION', 'CASES', 'OVERDUE', 'ITEMS', 'FILINGS'],
  },
  SECTION_HEAD: {
    watches: false,
    takes: false,
    open: ['WORKLIST', 'RECEPTION', 'CASES', 'OVERDUE', 'AUTHORISATIONS', 'ITEMS', 'FILINGS'],
  },
  DEPARTMENT_APPROVER: {
    watches: false,
    takes: false,
    open: ['WORKLIST', 'RECEPTION', 'CASES', 'OVERDUE', 'CATALOG', ...COMPARED, 'ITEMS'],
  },
  SYSTEM_ADMINISTRATOR: { watches: false, takes: false, open: ['ITEMS'] },
  SECURITY_ADMINISTRATOR: { watches: false, takes: false, open: ['ITEMS', 'ACCOUNTS'] },
};

describe('R7, R14, design §6: what a post opens', () => {
  it.each(ROLES)('%s', (role) => {
    const actor = { roles: [role] };
    expect({
      watches: seesWholeSubtree(actor),
      takes: mayTakeRequests(actor),
      open: areasOfWorkOf(actor),
    }).toEqual(POSTS[role]);
  });

  it('R7: two posts at the counter take requests, no other', () => {
    expect(ROLES.filter((role) => mayTakeRequests({ roles: [role] }))).toEqual([
      'CENTRE_ADMINISTRATOR',
      'CLERK',
    ]);
  });

  it('several posts add up, in the order of the navigation', () => {
    const both = { roles: ['SYSTEM_ADMINISTRATOR', 'SECTION_HANDLER', 'CLERK'] as const };
    expect(areasOfWorkOf(both)).toEqual([
      'DESK',
      'WORKLIST',
      'RECEPTION',
      'VISITS',
      'CASES',
      'OVERDUE',
      'ITEMS',
      ...CLOSING,
    ]);
    expect(seesWholeSubtree({ roles: ['CLERK', 'AUDITOR'] })).toBe(true);
    expect(mayTakeRequests({ roles: ['AUDITOR', 'CLERK'] })).toBe(true);
  });

  it('nobody without a post has anything', () => {
    const nobody = { roles: [] };
    expect(areasOfWorkOf(nobody)).toEqual([]);
    expect([seesWholeSubtree(nobody), mayTakeRequests(nobody)]).toEqual([false, false]);
  });

  it('one of several is enough, none of them is not', () => {
    const clerk = { roles: ['CLERK'] as const };
    expect(hasAnyRole(clerk, ['GUIDE', 'CLERK'])).toBe(true);
    expect(hasAnyRole(clerk, ['GUIDE', 'INSPECTOR'])).toBe(false);
    expect(hasAnyRole(clerk, [])).toBe(false);
  });
});
