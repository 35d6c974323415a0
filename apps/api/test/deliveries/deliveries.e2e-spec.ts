import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, walk, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

type Deliveries = Dto<'CaseDeliveriesDto'>;
type Uncollected = Dto<'UncollectedPageDto'>;

const CODE = 'EQ-T-20-001';
/** One point, as a browser would draw it. */
const SIGNATURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const IMAGE = Buffer.from(SIGNATURE, 'base64');
const AGENT = '11010519491231002X';

describe('R57, R61: the counter that took the case delivers its result', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    await district.sql.query(
      `UPDATE item_versions SET content = jsonb_set(content, '{deliveryMethods}',
         '["WINDOW","POST","HOME_VISIT","ELECTRONIC"]') WHERE item_code = $1`,
      [CODE],
    );
  });
  afterAll(() => district.close());

  const at = async (instant: string) => {
    district.clock.moveTo(new Date(`${instant}+08:00`));
    clerk = await district.as('dxl-clerk1');
  };
  const issued = async (): Promise<Case> =>
    walk(district, await accepted(clerk, CODE), ({ issuedAt }) => issuedAt !== null);
  const of = ({ id }: Pick<Case, 'id'>, verb: string) => `/api/v1/cases/${id}/deliveries/${verb}`;
  const uncollected = async (login = 'dxl-clerk1') =>
    (await (await district.as(login)).get<Uncollected>('/api/v1/deliveries/uncollected?limit=100'))
      .items;
  const code = async (kase: Case, verb: string, body: object, login = 'dxl-clerk1') =>
    (await (await district.as(login)).post<Problem>(of(kase, verb), body)).body.code;

  it('a signature drawn on the screen is kept sealed and read by the counter alone', async () => {
    const kase = await issued();
    const body = { version: kase.version, method: 'WINDOW', receiver: '赵明远' };
    expect(await code(kase, 'hand-over', body)).toBe('delivery.signature_missing');
    const unreadable = Buffer.from('%PDF-1.4').toString('base64');
    expect(await code(kase, 'hand-over', { ...body, signature: unreadable })).toBe(
      'delivery.signature_unreadable',
    );
    const signed = { ...body, signature: SIGNATURE };
    expect(await code(kase, 'hand-over', { ...signed, version: 1 })).toBe('case.stale');
    const before = (await contents(district)).length;
    const done = await clerk.do<Case>(of(kase, 'hand-over'), signed);
    expect(done).toMatchObject({ state: 'DELIVERED', deliveryReceiver: '赵**' });
    expect(done.deadlines.find(({ kind }) => kind === 'DELIVERY')?.state).toBe('MET');
    const files = await contents(district);
    // What was refused left nothing behind.
    expect(files.length).toBe(before + 1);
    expect(files.some((file) => file.includes(IMAGE.subarray(1, 8)))).toBe(false);
    const { deliveries } = await clerk.get<Deliveries>(`/api/v1/cases/${kase.id}/deliveries`);
    expect(deliveries).toMatchObject([
      { method: 'WINDOW', state: 'DELIVERED', receiver: '赵**', hasSignature: true },
    ]);
    const image = await fetch(`${district.url}${of(kase, `${deliveries[0]?.id}/signature`)}`, {
      headers: { authorization: `Bearer ${clerk.token}` },
    });
    expect(Buffer.from(await image.arrayBuffer())).toEqual(IMAGE);
    const stranger = await district.as('jzj-clerk1');
    const refused = await stranger.send<Problem>('GET', of(kase, `${deliveries[0]?.id}/signature`));
    expect(refused.body.code).toBe('case.unknown');
    const [row]: { receiver: string; signature_key: string }[] = await district.sql.query(
      'SELECT receiver, signature_key FROM deliveries WHERE case_id = $1',
      [kase.id],
    );
    expect([row?.receiver, row?.signature_key]).toEqual([
      expect.stringMatching(/^a1\./),
      expect.stringMatching(/^a1\./),
    ]);
  });

  it('who collects for another shows a card; on paper is a way too', async () => {
    const kase = await issued();
    const body = {
      version: kase.version,
      method: 'WINDOW',
      receiver: '赵小远',
      signedOnPaper: true,
      relation: '父子',
    };
    expect(await code(kase, 'hand-over', { ...body, agentIdentityNumber: '123' })).toBe(
      'delivery.agent_unproven',
    );
    await clerk.do(of(kase, 'hand-over'), { ...body, agentIdentityNumber: AGENT });
    const { deliveries } = await clerk.get<Deliveries>(`/api/v1/cases/${kase.id}/deliveries`);
    expect(deliveries).toMatchObject([
      { signedOnPaper: true, hasSignature: false, relation: '父子', receiver: '赵**' },
    ]);
    expect(JSON.stringify(deliveries)).not.toContain(AGENT);
    expect(deliveries[0]?.agentIdentity).toMatch(/\*/);
  });

  it('by post: sent, returned, sent again, received', async () => {
    const kase = await issued();
    const post = { method: 'POST', carrier: '邮政速递', trackingNumber: 'EX123456789CN' };
    expect(await code(kase, 'send', { ...post, trackingNumber: undefined })).toBe(
      'delivery.post_incomplete',
    );
    expect(await code(kase, 'send', { method: 'HOME_VISIT', assigneeId: randomUUID() })).toBe(
      'delivery.assignee_unknown',
    );
    expect(await code(kase, 'send', post, 'jzj-clerk1')).toBe('case.unknown');
    const settle = { version: kase.version, outcome: 'RETURNED' };
    expect(await code(kase, 'settle', { ...settle, reason: '无人' })).toBe(
      'delivery.nothing_on_its_way',
    );
    await clerk.do(of(kase, 'send'), post);
    expect(await code(kase, 'send', post)).toBe('delivery.on_its_way');
    const paper = {
      version: kase.version,
      method: 'WINDOW',
      receiver: '赵明远',
      signedOnPaper: true,
    };
    expect(await code(kase, 'hand-over', paper)).toBe('delivery.on_its_way');
    expect(await code(kase, 'settle', settle)).toBe('delivery.return_without_reason');
    await clerk.do(of(kase, 'settle'), { ...settle, reason: '地址无人签收' });
    await at('2026-03-11T09:30:00');
    await clerk.do(of(kase, 'send'), { ...post, trackingNumber: 'EX987654321CN' });
    const { deliveries } = await clerk.do<Deliveries>(of(kase, 'settle'), {
      version: kase.version,
      outcome: 'DELIVERED',
      receiver: '赵明远',
    });
    expect(deliveries.map(({ state, trackingNumber }) => [state, trackingNumber])).toEqual([
      ['RETURNED', 'EX123456789CN'],
      ['DELIVERED', 'EX987654321CN'],
    ]);
    const after = await clerk.get<Case>(`/api/v1/cases/${kase.id}`);
    expect([after.state, after.deliveryMethod]).toEqual(['DELIVERED', 'POST']);
  });

  it('what nobody collects is listed by how long it waits, and reminders by working days', async () => {
    await at('2026-03-12T10:00:00');
    const kase = await issued();
    const mine = async () => (await uncollected()).find(({ caseId }) => caseId === kase.id);
    expect(await mine()).toMatchObject({ daysWaiting: 0, reminderDue: false, reminders: 0 });
    // Thursday to Tuesday: Friday, Monday, Tuesday.
    await at('2026-03-17T10:00:00');
    expect(await mine()).toMatchObject({ daysWaiting: 3, reminderDue: true });
    await clerk.do(of(kase, 'remind'), { way: 'TELEPHONE', note: '约好周五来取' });
    expect(await mine()).toMatchObject({ reminderDue: false, reminders: 1 });
    await at('2026-03-24T10:00:00');
    expect(await mine()).toMatchObject({
      daysWaiting: 8,
      reminderDue: true,
      allowedActions: ['handOver', 'send', 'remind'],
      deadline: { kind: 'DELIVERY' },
    });
    expect((await uncollected('jzj-clerk1')).map(({ caseId }) => caseId)).not.toContain(kase.id);
    const watched = (await uncollected('erqi-supervisor')).find(({ caseId }) => caseId === kase.id);
    expect(watched?.allowedActions).toEqual([]);
    expect(await code(kase, 'remind', { way: 'TELEPHONE' }, 'dxl-mz-head')).toBe(
      'identity.not_allowed',
    );
    const { reminders } = await clerk.get<Deliveries>(`/api/v1/cases/${kase.id}/deliveries`);
    expect(reminders).toMatchObject([{ way: 'TELEPHONE', note: '约好周五来取' }]);
  });

  it('each verb and the lists cost a fixed number of statements', async () => {
    const cost = async (work: () => Promise<unknown>) =>
      (await countQueries(district, work)).length;
    const [one, two] = [await issued(), await issued()];
    const post = { method: 'POST', carrier: '邮政速递', trackingNumber: 'EX123456789CN' };
    const settle = { version: one.version, outcome: 'DELIVERED', receiver: '赵明远' };
    const hand = {
      version: two.version,
      method: 'WINDOW',
      receiver: '赵明远',
      signature: SIGNATURE,
    };
    expect({
      list: await cost(() => uncollected()),
      read: await cost(() => clerk.get(`/api/v1/cases/${one.id}/deliveries`)),
      remind: await cost(() => clerk.do(of(one, 'remind'), { way: 'MESSAGE' })),
      send: await cost(() => clerk.do(of(one, 'send'), post)),
      settle: await cost(() => clerk.do(of(one, 'settle'), settle)),
      handOver: await cost(() => clerk.do(of(two, 'hand-over'), hand)),
    }).toEqual({ list: 7, read: 8, remind: 11, send: 11, settle: 19, handOver: 17 });
  });
});

/** Every file of the store, as it lies on the disk. */
async function contents({ settings }: District): Promise<Buffer[]> {
  const folder = path.join(settings.dataFolder, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name))));
}
