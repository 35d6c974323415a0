import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POSTED_CHANNELS, PUBLICATION_STATES, publicationStateOf } from '@yikou/domain';
import { runInContext, Transactions } from '@yikou/platform';
import { countQueries } from '../support/count-queries.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, oneOf, SEED } from '../support/random.js';

const ALLOWANCE = 'EQ-T-05-001';
type Row = Dto<'PublicationRowDto'>;
type Entry = Dto<'PostedItemDto'>;

describe(`R36: the register of what is posted where (seed ${SEED})`, () => {
  let district: District;
  let centre: Client;
  let neighbour: Client;
  let office: Client;

  beforeAll(async () => {
    district = await openDistrict();
    [centre, neighbour, office] = [
      await district.as('dxl-admin'),
      await district.as('jzj-admin'),
      await district.as('erqi-supervisor'),
    ];
  });
  afterAll(() => district.close());

  const rows = async (client: Client, query = ''): Promise<Row[]> => {
    const all: Row[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor ? `&cursor=${cursor}` : '';
      const page: Dto<'PublicationPageDto'> = await client.get(
        `/api/v1/publications?limit=50${query}${from}`,
      );
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  };
  const record = (client: Client, entries: Entry[], more: object = {}) =>
    client.do<Dto<'RecordedPublicationsDto'>>('/api/v1/publications/record', { entries, ...more });
  const entry = (client: Client, more: Partial<Entry> = {}): Entry => ({
    unitId: client.account.unit.id,
    itemCode: ALLOWANCE,
    channel: 'BOARD',
    versionNumber: 1,
    ...more,
  });
  const channelOf = async (client: Client, channel: string) =>
    (await rows(client))
      .find(({ itemCode }) => itemCode === ALLOWANCE)
      ?.channels.find((one) => one.channel === channel);

  it('begins with everything missing but the website, which posts itself', async () => {
    const own = await rows(centre);
    expect(own).toHaveLength(45);
    const [first] = own;
    expect(first?.channels.map(({ channel, state }) => [channel, state])).toEqual([
      ['WEBSITE', 'CURRENT'],
      ...POSTED_CHANNELS.map((channel) => [channel, 'MISSING']),
    ]);
    expect(first?.allowedActions).toEqual(['record']);
    const all = await rows(office);
    const [{ count }]: [{ count: number }] = await district.sql.query(
      'SELECT count(*)::int AS count FROM offerings',
    );
    expect(all).toHaveLength(count);
    expect(new Set(all.map(({ unitId, itemCode }) => unitId + itemCode)).size).toBe(count);
  });

  it('the centre records what it has posted: which version, where, when and by whom; and the audit knows', async () => {
    const { items } = await record(centre, [entry(centre)], {
      postedOn: '2026-03-09',
      place: '一楼大厅公示栏',
    });
    expect(items).toEqual([{ ...entry(centre), state: 'CURRENT', problem: null }]);
    expect(await channelOf(centre, 'BOARD')).toEqual({
      channel: 'BOARD',
      state: 'CURRENT',
      versionNumber: 1,
      postedOn: '2026-03-09',
      place: '一楼大厅公示栏',
      recordedBy: centre.account.displayName,
    });
    const entries: { changes: string }[] = await district.sql.query(
      `SELECT changes::text FROM audit_entries WHERE action = 'publication.record'`,
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.changes).toContain('2026-03-09');
  });

  it('each entry has its own answer: the good ones are recorded, the others say why not', async () => {
    const { items } = await record(centre, [
      entry(centre, { channel: 'WECHAT' }),
      entry(neighbour),
      entry(centre, { itemCode: 'EQ-NO-SUCH' }),
      entry(centre, { versionNumber: 9 }),
    ]);
    expect(items.map(({ state, problem }) => state ?? problem?.code)).toEqual([
      'CURRENT',
      'publication.not_yours',
      'publication.not_offered',
      'publication.version_unknown',
    ]);
    expect(items[1]?.problem?.title).toContain('区政务办');
    const [{ count }]: [{ count: number }] = await district.sql.query(
      'SELECT count(*)::int AS count FROM publications',
    );
    expect(count).toBe(2);
  });

  it('the district records for every centre; an inspector watches and records nothing', async () => {
    const { items } = await record(office, [entry(neighbour)]);
    expect(items[0]?.state).toBe('CURRENT');
    const inspector = await district.as('erqi-inspector');
    expect((await rows(inspector))[0]?.allowedActions).toEqual([]);
    const refused = await inspector.post('/api/v1/publications/record', {
      entries: [entry(neighbour)],
    });
    expect(refused.status).toBe(403);
  });

  it('a row of another centre is neither seen nor written, whatever a handler forgets', async () => {
    expect(await rows(centre, `&unitId=${neighbour.account.unit.id}`)).toEqual([]);
    const { id: accountId, displayName: name, unit } = centre.account;
    const scope = {
      ...{ accountId, name, unitId: unit.id, areaPath: '', roles: ['CENTRE_ADMINISTRATOR'] },
      ...{ ownUnit: true, subtree: false },
    };
    const transactions = district.app.get(Transactions);
    const move = (unitId: string) =>
      runInContext({ traceId: 'test', scope }, () =>
        transactions.run((tx) =>
          tx.query(`UPDATE publications SET unit_id = $1 WHERE channel = 'BOARD'`, [unitId]),
        ),
      );
    await expect(move(unit.id)).resolves.toHaveLength(2);
    await expect(move(neighbour.account.unit.id)).rejects.toThrow('row-level security');
  });

  it.each(['2026-03-11', '2026-02-30'])('a posting of %s is refused', async (postedOn) => {
    const answer = await centre.post<Problem>('/api/v1/publications/record', {
      entries: [entry(centre)],
      postedOn,
    });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([
      400,
      'publication.date_invalid',
      'postedOn',
    ]);
  });

  it('a new version in force makes what hangs there stale, until it is posted anew', async () => {
    await newVersion(district, ALLOWANCE);
    expect(await channelOf(centre, 'BOARD')).toMatchObject({ state: 'STALE', versionNumber: 1 });
    expect(await channelOf(centre, 'WEBSITE')).toMatchObject({
      state: 'CURRENT',
      versionNumber: 2,
    });
    const stale = await rows(office, '&state=STALE&channel=BOARD');
    expect(stale.map(({ unitId }) => unitId).sort()).toEqual(
      [centre, neighbour].map(({ account }) => account.unit.id).sort(),
    );
    const again = await record(centre, [entry(centre), entry(centre, { versionNumber: 2 })]);
    expect(again.items.map(({ state }) => state)).toEqual(['STALE', 'CURRENT']);
    expect(await channelOf(centre, 'BOARD')).toMatchObject({ state: 'CURRENT', versionNumber: 2 });
  });

  it('the filters and the summary say of random postings what the rule says', async () => {
    const random = numbersFrom(SEED);
    const own = await rows(centre);
    const entries = own.flatMap(({ unitId, itemCode, versionNumber }) =>
      POSTED_CHANNELS.filter(() => random() < 0.6).map((channel) => ({
        unitId,
        itemCode,
        channel,
        versionNumber: oneOf(random, [versionNumber, 1]),
      })),
    );
    for (let from = 0; from < entries.length; from += 100) {
      await record(centre, entries.slice(from, from + 100));
    }
    const all = await rows(centre);
    for (const { versionNumber, channels } of all) {
      for (const one of channels) {
        expect(one.state).toBe(publicationStateOf(one.channel, one.versionNumber, versionNumber));
      }
    }
    const states = ({ channels }: Row, channel?: string) =>
      channels
        .filter((one) => one.channel !== 'WEBSITE' && (!channel || one.channel === channel))
        .map(({ state }) => state);
    for (const state of PUBLICATION_STATES) {
      for (const channel of [undefined, ...POSTED_CHANNELS]) {
        const wanted = all.filter((row) =>
          state === 'CURRENT'
            ? states(row, channel).every((one) => one === state)
            : states(row, channel).includes(state),
        );
        const asked = await rows(centre, `&state=${state}${channel ? `&channel=${channel}` : ''}`);
        expect([state, channel, asked]).toEqual([state, channel, wanted]);
      }
    }
    const { items } = await centre.get<Dto<'PublicationSummaryDto'>>(
      '/api/v1/publications/summary',
    );
    for (const { channel, current, stale, missing } of items.slice(1)) {
      const count = (state: string) =>
        all.filter((row) => states(row, channel)[0] === state).length;
      expect([channel, current, stale, missing]).toEqual([
        channel,
        count('CURRENT'),
        count('STALE'),
        count('MISSING'),
      ]);
    }
  });

  it('the number of statements does not depend on the number of rows', async () => {
    const own = (await rows(centre)).slice(0, 40);
    const entries = own.map(({ itemCode, versionNumber }) =>
      entry(centre, { itemCode, versionNumber }),
    );
    const counted = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).filter((sql) => !/^(START|COMMIT)/.test(sql)).length;
    // One statement says who asks; a change also writes its entry into the audit.
    expect(await counted(() => centre.get('/api/v1/publications?limit=100'))).toBe(2);
    expect(await counted(() => centre.get('/api/v1/publications/summary'))).toBe(2);
    const once = await counted(() => record(centre, entries.slice(0, 1)));
    expect(once).toBeLessThan(6);
    expect(await counted(() => record(centre, entries))).toBe(once);
  });
});

/** The next version of an item, in force at once. */
async function newVersion(district: District, code: string): Promise<void> {
  await district.sql.query(
    `WITH made AS (
       INSERT INTO item_versions SELECT (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),
         'number', v.number + 1, 'effective_from', '2026-03-10'))).*
       FROM item_versions v JOIN service_items i ON i.current_version_id = v.id WHERE i.code = $1
       RETURNING id, item_id),
     items AS (UPDATE service_items i SET current_version_id = made.id FROM made WHERE i.id = made.item_id)
     UPDATE offerings o SET item_version_id = made.id FROM made WHERE o.item_id = made.item_id`,
    [code],
  );
}
