import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, APPLICANT, registered, step, walk, type Case } from '../support/cases.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

/**
 * Statements of each verb and each read. The session is looked up in a transaction of its own (3); START
 * TRANSACTION carries the scope in the same message; the audit entry is the last statement before COMMIT. A change here
 * is a change of cost: make it on purpose.
 */
const VERBS = {
  register: 16,
  requestSupplement: 15,
  supplement: 15,
  accept: 16,
  transfer: 17,
  claim: 12,
  complete: 16,
  suspend: 15,
  resume: 15,
  upload: 18,
  decide: 16,
  issue: 11,
  deliver: 14,
  archive: 12,
};

const READS = {
  '/api/v1/me': 6,
  '/api/v1/cases': 7,
  '/api/v1/tasks': 7,
  '/api/v1/deadlines': 6,
  '/api/v1/deadlines/summary': 6,
  '/api/v1/items?q=db': 3,
  '/api/v1/items/themes': 3,
  // Three of them ask what has changed since the caller last had it.
  '/api/v1/items/EQ-T-05-001': 7,
  '/api/v1/items/EQ-T-05-001/preview': 7,
  '/api/v1/areas': 3,
  '/api/v1/units': 3,
  '/api/v1/calendar/due?from=2026-03-10T09:00:00Z&limit=5&unit=WORKING_DAY': 0,
};

describe('what a verb and a read cost', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    await clerk.get('/api/v1/calendar/due?from=2026-03-10T09:00:00Z&limit=5&unit=WORKING_DAY');
  });
  afterAll(() => district.close());

  it('each verb sends its fixed number of statements', async () => {
    const sent: Record<string, number> = {};
    const counted = async (verb: string, work: () => Promise<Case>): Promise<Case> => {
      let after: Case | undefined;
      const statements = await countQueries(district, async () => void (after = await work()));
      sent[verb] = statements.length;
      if (!after) throw new Error('no case');
      return after;
    };
    const body = {
      itemCode: 'EQ-T-05-001',
      applicant: APPLICANT,
      receivedMaterials: [0, 1, 2, 3, 4, 5],
    };
    let kase = await counted('register', () => clerk.do('/api/v1/cases', body));
    const notice = { missing: [{ name: '居民户口簿', howToGet: '到派出所补办' }] };
    kase = await counted('requestSupplement', () =>
      clerk.perform(kase, 'request-supplement', notice),
    );
    kase = await counted('supplement', () =>
      clerk.perform(kase, 'supplement', { receivedMaterials: [1] }),
    );
    kase = await counted('accept', () => clerk.perform(kase, 'accept'));
    kase = await counted('transfer', () => clerk.perform(kase, 'transfer'));
    const handler = await district.as('dxl-mz-handler');
    kase = await counted('claim', () => handler.perform(kase, 'claim'));
    const procedure = { procedureKind: 'PUBLICITY', reason: '公示。' };
    kase = await counted('suspend', () => handler.perform(kase, 'suspend', procedure));
    kase = await counted('resume', () => handler.perform(kase, 'resume'));
    kase = await counted('complete', () =>
      handler.perform(kase, 'complete', { opinion: '属实。' }),
    );
    kase = await counted('upload', () => handler.perform(kase, 'upload'));
    const approver = await district.as('erqi-mzj-approver');
    kase = await approver.perform(kase, 'claim');
    const approval = { outcome: 'APPROVED', opinion: '同意。' };
    kase = await counted('decide', () => approver.perform(kase, 'decide', approval));
    kase = await counted('issue', () => clerk.perform(kase, 'issue'));
    const proof = { method: 'WINDOW', receiver: '赵明远', proof: '签字' };
    kase = await counted('deliver', () => clerk.perform(kase, 'deliver', proof));
    await counted('archive', () => clerk.perform(kase, 'archive'));
    expect(sent).toEqual(VERBS);
  });

  it('a list costs the same with one row and with thirty', async () => {
    const one = await accepted(clerk, 'EQ-T-05-002');
    await walk(district, one, ({ state }) => state === 'TRANSFERRED');
    const handler = await district.as('dxl-mz-handler');
    const costs = async (): Promise<Record<string, number>> => {
      const found: Record<string, number> = {};
      for (const path of Object.keys(READS)) {
        const who = path.includes('tasks') ? handler : clerk;
        found[path] = (await countQueries(district, () => who.get(path))).length;
      }
      return found;
    };
    expect(await costs()).toEqual(READS);
    for (let n = 0; n < 30; n++) await step(district, await accepted(clerk, 'EQ-T-05-002'));
    expect(await costs()).toEqual(READS);
  });

  it('reading a case costs the same whatever its length', async () => {
    const kase = await registered(clerk, 'EQ-T-05-001');
    expect(await countQueries(district, () => clerk.get(`/api/v1/cases/${kase.id}`))).toHaveLength(
      7,
    );
  });
});
