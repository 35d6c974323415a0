import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonScope } from '@yikou/platform';
import { accepted, APPLICANT, registered, type Case } from '../support/cases.js';
import { times } from '../support/bars.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';
import { plantCases } from './many-cases.js';
import { walkedTables } from './plans.js';

type Found = Dto<'FoundCasesDto'>;
type Page = Dto<'CasePageDto'>;

const SEARCH = '/api/v1/cases/search';
const PLANTED = 20_000;
/** Small tables, which are read whole because that is cheaper. */
const SMALL = ['areas', 'item_search', 'service_items', 'units'];
const BIG = (tables: string[]) => tables.filter((table) => !SMALL.includes(table));

describe('finding cases', () => {
  let district: District;
  let clerk: Client;
  let watcher: Client;
  let kase: Case;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    watcher = await district.as('erqi-supervisor');
    kase = await accepted(clerk, 'EQ-T-05-001');
  });
  afterAll(() => district.close());

  const search = (text: string, who = clerk, more: object = {}) =>
    who.do<Found>(SEARCH, { text, ...more });
  const groupsOf = ({ groups }: Found) => groups.map(({ by }) => by);
  const scopeOf = async (login: string): Promise<PersonScope> => {
    const { account } = await district.as(login);
    const [row]: { path: string }[] = await district.sql.query(
      'SELECT r.path FROM units u JOIN areas r ON r.code = u.area_code WHERE u.id = $1',
      [account.unit.id],
    );
    const subtree = account.roles.includes('DISTRICT_SUPERVISOR');
    return {
      accountId: account.id,
      name: account.displayName,
      unitId: account.unit.id,
      areaPath: row?.path ?? '',
      ownUnit: !subtree,
      subtree,
      roles: account.roles,
    };
  };

  describe('one search box', () => {
    it.each([
      ['the whole number', () => kase.number, 'NUMBER'],
      ['its beginning', () => kase.number.slice(0, 17), 'NUMBER'],
      ['an identity number', () => '11010519491231002x', 'APPLICANT'],
      ['a telephone', () => '138 0013 8000', 'APPLICANT'],
      ['words of the item', () => kase.itemName.slice(0, 6), 'ITEM'],
      ['the item’s code', () => kase.itemCode, 'ITEM'],
      ['the masked name', () => '赵**', 'NAME'],
      ['the surname', () => '赵', 'NAME'],
    ])('finds a case by %s', async (_, text, by) => {
      const found = await search(text());
      const group = found.groups.find((one) => one.by === by);
      expect(group?.items.map(({ id }) => id)).toEqual([kase.id]);
      expect(JSON.stringify(found)).not.toContain('赵明远');
    });

    it('finds it by the initials of the item', async () => {
      const { items } = await clerk.get<Dto<'ItemPageDto'>>(
        `/api/v1/items?q=${encodeURIComponent(kase.itemCode)}`,
      );
      const initials = items[0]?.pinyinInitials ?? '';
      expect(initials.length).toBeGreaterThan(3);
      expect(groupsOf(await search(initials.slice(0, 4)))).toEqual(['ITEM']);
    });

    it('the scope decides: not for another street, but for the district', async () => {
      const elsewhere = await district.as('jzj-clerk1');
      for (const text of [kase.number, APPLICANT.identityNumber, kase.itemCode, '赵**']) {
        expect([text, groupsOf(await search(text, elsewhere))]).toEqual([text, []]);
      }
      expect(groupsOf(await search(kase.number, watcher))).toEqual(['NUMBER']);
    });

    it('P5: who may not look for applicants finds none by a number, and is told that it is one', async () => {
      const found = await search(APPLICANT.identityNumber, watcher);
      expect(found).toEqual({ groups: [], personal: true });
      expect((await search(APPLICANT.identityNumber)).personal).toBe(true);
      expect((await search('赵')).personal).toBe(false);
    });

    it('P5: a search for a person is audited, without the number', async () => {
      const rows: { changes: string; subject_id: string }[] = await district.sql.query(
        `SELECT changes, subject_id FROM audit_entries WHERE action = 'case.search'`,
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toMatch(/11010519491231002|13800138000/i);
    });

    it.each([
      ['', 400],
      ['x'.repeat(101), 400],
    ])('%j is refused', async (text, status) => {
      expect((await clerk.post<Problem>(SEARCH, { text })).status).toBe(status);
    });
  });

  describe('worklists', () => {
    const counted = async (who: Client) => {
      const { items } = await who.get<Dto<'WorklistsDto'>>('/api/v1/worklists');
      return Object.fromEntries(items.map(({ worklist, count }) => [worklist, count]));
    };

    it('each heap holds what it counts, for the counter and the section', async () => {
      const fresh = await registered(clerk, 'EQ-T-05-002');
      expect(await counted(clerk)).toMatchObject({ TO_ACCEPT: 1, TO_TRANSFER: 1, TO_CLAIM: 0 });
      await clerk.perform(kase, 'transfer');
      const handler = await district.as('dxl-mz-handler');
      expect(await counted(handler)).toMatchObject({ TO_CLAIM: 1, MINE: 0 });
      const seen = await handler.get<Case>(`/api/v1/cases/${kase.id}`);
      await handler.perform(seen, 'claim');
      expect(await counted(handler)).toMatchObject({ TO_CLAIM: 0, MINE: 1, OVERDUE: 0 });
      const mine = await handler.get<Dto<'WaitingCasePageDto'>>('/api/v1/worklists/mine');
      expect(mine.items).toMatchObject([{ id: kase.id, task: { state: 'CLAIMED' } }]);
      const { items } = await clerk.get<Dto<'WaitingCasePageDto'>>('/api/v1/worklists/TO_ACCEPT');
      expect(items.map(({ id }) => id)).toEqual([fresh.id]);
      await clerk.perform(fresh, 'withdraw', { reason: '申请人撤回。' });
    });

    it('what falls due today turns into what is overdue', async () => {
      const handler = await district.as('dxl-mz-handler');
      const { deadlines } = await handler.get<Case>(`/api/v1/cases/${kase.id}`);
      const task = deadlines.find(({ kind, closedAt }) => kind === 'TASK' && !closedAt);
      const due = new Date(task?.dueAt ?? '');
      const usual = district.clock.now();
      district.clock.moveTo(new Date(due.getTime() - 3_600_000));
      expect(await counted(handler)).toMatchObject({ DUE_TODAY: 1, OVERDUE: 0 });
      district.clock.moveTo(due);
      expect(await counted(handler)).toMatchObject({ DUE_TODAY: 0, OVERDUE: 1 });
      district.clock.moveTo(usual);
    });

    it('of another role’s heaps nothing is shown', async () => {
      const handler = await district.as('dxl-mz-handler');
      const page = await handler.get<Dto<'WaitingCasePageDto'>>('/api/v1/worklists/TO_ACCEPT');
      expect(page).toEqual({ items: [], nextCursor: null });
    });
  });

  describe(`among ${PLANTED} cases`, () => {
    beforeAll(() => plantCases(district, kase.id, PLANTED), 60_000);

    it('every filter narrows the list to what it says', async () => {
      const { account } = clerk;
      const filters: [string, (row: Dto<'CaseSummaryDto'>) => boolean][] = [
        ['state=DECIDED', ({ state }) => state === 'DECIDED'],
        ['itemCode=EQ-T-05-001', ({ itemCode }) => itemCode === 'EQ-T-05-001'],
        ['path=LOCAL_PROMISED', ({ path }) => path === 'LOCAL_PROMISED'],
        [`unitId=${account.unit.id}`, ({ takingUnit }) => takingUnit.id === account.unit.id],
        ['light=OVERDUE', ({ nextDeadline }) => nextDeadline?.light === 'OVERDUE'],
        [
          'registeredFrom=2025-12-01&registeredUntil=2025-12-01',
          ({ registeredAt }) =>
            new Date(registeredAt) >= new Date('2025-12-01T00:00:00+08:00') &&
            new Date(registeredAt) < new Date('2025-12-02T00:00:00+08:00'),
        ],
        [
          'dueFrom=2025-12-01&dueUntil=2025-12-01',
          ({ nextDeadline }) =>
            new Date(nextDeadline?.dueAt ?? 0) > new Date('2025-12-01T00:00:00+08:00') &&
            new Date(nextDeadline?.dueAt ?? 0) <= new Date('2025-12-02T00:00:00+08:00'),
        ],
        ['acceptedFrom=2025-12-01&acceptedUntil=2025-12-03', ({ state }) => state !== 'REGISTERED'],
      ];
      for (const [query, holds] of filters) {
        const { items } = await watcher.get<Page>(`/api/v1/cases?${query}&limit=50`);
        expect([query, items.length > 0, items.filter((row) => !holds(row))]).toEqual([
          query,
          true,
          [],
        ]);
      }
      const handler = await district.as('dxl-mz-handler');
      const { items } = await handler.get<Page>(`/api/v1/cases?handlerId=${handler.account.id}`);
      expect(items.map(({ id }) => id)).toEqual([kase.id]);
    });

    it.each(['dxl-clerk1', 'erqi-supervisor'])(
      'no list is read from end to end for %s',
      async (login) => {
        const who = await district.as(login);
        const scope = await scopeOf(login);
        const filters = [
          '',
          'state=DECIDED',
          'itemCode=EQ-T-05-001',
          'path=UPPER',
          `unitId=${clerk.account.unit.id}`,
          'light=WARNING',
          `handlerId=${clerk.account.id}`,
          'registeredFrom=2026-03-09',
          'acceptedFrom=2026-03-09',
          'dueFrom=2026-03-10&dueUntil=2026-03-10',
          'number=41010300120',
        ];
        const walked: Record<string, string[]> = {};
        for (const query of filters) {
          walked[query] = BIG(
            await walkedTables(district, scope, () => who.get(`/api/v1/cases?${query}`)),
          );
        }
        for (const text of [kase.number, '410103001', '13800138000', kase.itemCode, '低保', '赵']) {
          walked[text] = BIG(await walkedTables(district, scope, () => search(text, who)));
        }
        if (login === 'dxl-clerk1') {
          walked['counts'] = BIG(
            await walkedTables(district, scope, () => who.get('/api/v1/worklists')),
          );
          walked['heap'] = BIG(
            await walkedTables(district, scope, () => who.get('/api/v1/worklists/TO_CLAIM')),
          );
        }
        expect(Object.entries(walked).filter(([, tables]) => tables.length > 0)).toEqual([]);
      },
    );

    it('pages of a group go on without a gap and without a row twice', async () => {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const { groups } = await search('赵', clerk, {
          by: 'NAME',
          limit: 10,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...(groups[0]?.items.map(({ id }) => id) ?? []));
        cursor = groups[0]?.nextCursor;
      } while (cursor);
      const [row]: { count: number }[] = await district.sql.query(
        `SELECT count(*)::int AS count FROM cases c JOIN case_units u ON u.case_id = c.id
         WHERE u.unit_id = $1 AND c.applicant_name LIKE '赵%'`,
        [clerk.account.unit.id],
      );
      expect([seen.length, new Set(seen).size]).toEqual([row?.count, row?.count]);
      expect(seen.length).toBeGreaterThan(20);
    });

    it('costs the same statements whatever is found; p95 is told', async () => {
      const cost = async (text: string) =>
        (await countQueries(district, () => search(text))).length;
      expect({
        number: await cost(kase.number),
        telephone: await cost('13800138000'),
        item: await cost('低保'),
        worklists: (await countQueries(district, () => clerk.get('/api/v1/worklists'))).length,
        heap: (await countQueries(district, () => clerk.get('/api/v1/worklists/TO_CLAIM'))).length,
        filters: (await countQueries(district, () => clerk.get('/api/v1/case-list'))).length,
      }).toEqual({ number: 6, telephone: 7, item: 7, worklists: 6, heap: 7, filters: 6 });
      const texts = [kase.number, '410103001', '13800138000', kase.itemCode, '低保', '赵', 'db'];
      const took: number[] = [];
      for (let n = 0; n < times(700); n++) {
        const began = performance.now();
        await search(texts[n % texts.length] ?? '', n % 2 ? watcher : clerk);
        took.push(performance.now() - began);
      }
      took.sort((a, b) => a - b);
      const p95 = took[Math.floor(took.length * 0.95)] ?? 0;
      process.stdout.write(`search over ${PLANTED} cases: p95 ${p95.toFixed(0)} ms\n`);
      expect(p95).toBeLessThan(1000);
    });
  });
});
