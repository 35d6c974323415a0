import { randomUUID } from 'node:crypto';
import type { Role } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { Account, AccountSecret, hashPassword, RoleGrant } from '../identity/index.js';
import { Posting } from '../organisation/index.js';
import type { DemoUnit } from './load-organisation.js';

/** Public on purpose, so no rule for passwords is asked; it opens nothing where `NODE_ENV=production`. */
export const DEMO_PASSWORD = 'yikou-demo';

interface DemoPost {
  login: string;
  role: Role;
  post?: Posting['post'];
}

/** R17, R18: 2–3 administrators with at least one guide, 3–5 clerks a centre. */
const CENTRE: DemoPost[] = [
  { login: 'admin', role: 'CENTRE_ADMINISTRATOR', post: 'ADMINISTRATOR' },
  { login: 'guide', role: 'GUIDE', post: 'GUIDE' },
  { login: 'clerk1', role: 'CLERK', post: 'CLERK' },
  { login: 'clerk2', role: 'CLERK', post: 'CLERK' },
  { login: 'clerk3', role: 'CLERK', post: 'CLERK' },
  { login: 'clerk4', role: 'CLERK', post: 'CLERK' },
];

const POSTS: Record<DemoUnit['kind'], DemoPost[]> = {
  SUPERVISOR: [
    { login: 'supervisor', role: 'DISTRICT_SUPERVISOR' },
    { login: 'inspector', role: 'INSPECTOR' },
    { login: 'auditor', role: 'AUDITOR' },
    { login: 'system', role: 'SYSTEM_ADMINISTRATOR' },
    { login: 'security', role: 'SECURITY_ADMINISTRATOR' },
  ],
  CENTRE,
  STATION: [{ login: 'clerk', role: 'CLERK', post: 'CLERK' }],
  SECTION: [
    { login: 'handler', role: 'SECTION_HANDLER' },
    { login: 'head', role: 'SECTION_HEAD' },
  ],
  DEPARTMENT: [{ login: 'approver', role: 'DEPARTMENT_APPROVER' }],
};

/** Before any day to which the clock of a sandbox is set. */
const SINCE = new Date('2016-01-01T00:00:00+08:00');

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'];

export async function loadAccounts(tx: Tx, units: readonly DemoUnit[]): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const staff = units.flatMap((unit) =>
    POSTS[unit.kind].map((post) => ({ unit, post, id: randomUUID() })),
  );
  await tx.insert(
    Account,
    staff.map(({ unit, post, id }, index) => ({
      id,
      loginName: `${unit.prefix}-${post.login}`,
      displayName: nameOf(index),
      unitId: unit.id,
      demo: true,
    })),
  );
  await tx.insert(
    AccountSecret,
    staff.map(({ id }) => ({ accountId: id, passwordHash, passwordChangedAt: SINCE })),
  );
  await tx.insert(
    RoleGrant,
    staff.map(({ id, post }) => ({
      id: randomUUID(),
      accountId: id,
      role: post.role,
      validFrom: SINCE,
      grantedAt: SINCE,
    })),
  );
  await tx.insert(
    Posting,
    staff.flatMap(({ unit, post, id }) =>
      post.post
        ? [
            {
              id: randomUUID(),
              accountId: id,
              unitId: unit.id,
              post: post.post,
              source: 'SECONDED' as const,
              startedOn: '2026-01-01',
              endedOn: null,
            },
          ]
        : [],
    ),
  );
}

/** Made-up names, different for each account. */
function nameOf(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length] ?? '';
  const first = GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length] ?? '';
  const second = GIVEN[(index * 7 + 3) % GIVEN.length] ?? '';
  return `${surname}${first}${second}`;
}
