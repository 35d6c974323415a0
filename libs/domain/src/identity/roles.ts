/** Roles of design §6; an account may hold several. */
export const ROLES = [
  'DISTRICT_SUPERVISOR',
  'CENTRE_ADMINISTRATOR',
  'GUIDE',
  'CLERK',
  'SECTION_HANDLER',
  'SECTION_HEAD',
  'DEPARTMENT_APPROVER',
  'INSPECTOR',
  'AUDITOR',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts: the facts about a person that rules may look at. */
export interface Actor {
  accountId: string;
  displayName: string;
  roles: readonly Role[];
  unitId: string;
  /** Codes from the city down to the unit's area, each followed by "/": a prefix covers a subtree. */
  areaPath: string;
}

/** The supervisor reads everything of the subtree and changes no case (R14). */
export function seesWholeSubtree(actor: Pick<Actor, 'roles'>): boolean {
  const WATCHERS: readonly Role[] = ['DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR'];
  return actor.roles.some((role) => WATCHERS.includes(role));
}

export function hasAnyRole(actor: Pick<Actor, 'roles'>, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** Run the system, grant the rights, watch both: never in one hand (等保 2.0 三权分立). */
export const ADMINISTRATOR_ROLES: readonly Role[] = [
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDITOR',
];

/** One of the three administrators; the administrator of a centre (专职管理员) is none of them. */
export function isAdministrator(actor: Pick<Actor, 'roles'>): boolean {
  return hasAnyRole(actor, ADMINISTRATOR_ROLES);
}

/** Parts of the SPA that a person's roles open; drawn as navigation. */
export type AreaOfWork =
  | 'DESK'
  | 'RECEPTION'
  | 'WORKLIST'
  | 'VISITS'
  | 'CASES'
  | 'OVERDUE'
  | 'HALL_FIGURES'
  | 'CATALOG'
  | 'COMBING'
  | 'BOOKS'
  | 'OFFERINGS'
  | 'AUTHORISATIONS'
  | 'PUBLICATIONS'
  | 'ITEMS'
  | 'DELIVERIES'
  | 'FILINGS'
  | 'ARCHIVES'
  | 'ACCOUNTS'
  | 'AUDIT';

/** Posts at the comprehensive counters and the stations. */
export const COUNTER_ROLES: readonly Role[] = ['CLERK', 'CENTRE_ADMINISTRATOR'];

/** R7: only the comprehensive counters and the stations take requests. */
export function mayTakeRequests(actor: Pick<Actor, 'roles'>): boolean {
  return hasAnyRole(actor, COUNTER_ROLES);
}

const TASK_ROLES: readonly Role[] = [
  ...COUNTER_ROLES,
  'SECTION_HANDLER',
  'SECTION_HEAD',
  'DEPARTMENT_APPROVER',
];
const CASE_ROLES: readonly Role[] = [
  ...TASK_ROLES,
  'GUIDE',
  'DISTRICT_SUPERVISOR',
  'INSPECTOR',
  'AUDITOR',
];

/** Whether the person's unit is their place of work on cases; the three administrators have none. */
export function worksOnCases(actor: Pick<Actor, 'roles'>): boolean {
  return hasAnyRole(actor, [...TASK_ROLES, 'GUIDE']);
}

/** They keep what a hall offers and shows, or look after it. */
const HALL_ROLES: readonly Role[] = ['CENTRE_ADMINISTRATOR', 'DISTRICT_SUPERVISOR', 'INSPECTOR'];
/** R34: they see the lists of the streets side by side. */
const COMPARING_ROLES: readonly Role[] = [...HALL_ROLES, 'DEPARTMENT_APPROVER'];

/** R51: who decides in a section's name, the section, and who watches both. */
const FILING_ROLES: readonly Role[] = [
  ...COUNTER_ROLES,
  'SECTION_HANDLER',
  'SECTION_HEAD',
  'DISTRICT_SUPERVISOR',
  'INSPECTOR',
];

export function areasOfWorkOf(actor: Pick<Actor, 'roles'>): AreaOfWork[] {
  const open: [AreaOfWork, readonly Role[]][] = [
    ['DESK', COUNTER_ROLES],
    ['WORKLIST', TASK_ROLES],
    // R72: also who is handed what somebody else was asked.
    ['RECEPTION', [...TASK_ROLES, 'GUIDE']],
    ['VISITS', [...COUNTER_ROLES, 'GUIDE']],
    ['CASES', CASE_ROLES],
    ['OVERDUE', CASE_ROLES],
    ['HALL_FIGURES', HALL_ROLES],
    ['CATALOG', ['DISTRICT_SUPERVISOR', 'DEPARTMENT_APPROVER']],
    ['COMBING', COMPARING_ROLES],
    ['BOOKS', COMPARING_ROLES],
    ['OFFERINGS', HALL_ROLES],
    ['AUTHORISATIONS', ['SECTION_HEAD', ...HALL_ROLES]],
    ['PUBLICATIONS', HALL_ROLES],
    ['ITEMS', ROLES],
    ['DELIVERIES', [...COUNTER_ROLES, 'DISTRICT_SUPERVISOR', 'INSPECTOR']],
    ['FILINGS', FILING_ROLES],
    ['ARCHIVES', [...COUNTER_ROLES, 'DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR']],
    ['ACCOUNTS', ['SECURITY_ADMINISTRATOR']],
    ['AUDIT', ['AUDITOR']],
  ];
  return open.filter(([, roles]) => hasAnyRole(actor, roles)).map(([area]) => area);
}
