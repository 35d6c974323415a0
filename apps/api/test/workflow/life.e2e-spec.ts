import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, registered, walk, type Case } from '../support/cases.js';
import type { Client, Dto } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

const dueOf = (kase: Case, kind: string) => kase.deadlines.find((one) => one.kind === kind);

describe('the life of a case', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
  });
  beforeEach(async () => {
    district.clock.moveTo(USUAL_MORNING);
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());

  describe('the one supplement notice (R73)', () => {
    const notice = { missing: [{ name: '居民户口簿', howToGet: '到户籍地派出所补办' }] };

    it('stops the way to acceptance until the applicant comes back', async () => {
      const kase = await registered(clerk, 'EQ-T-05-001');
      const asked = await clerk.perform(kase, 'request-supplement', notice);
      expect(asked.state).toBe('SUPPLEMENT_REQUESTED');
      // Ten working days after Tuesday 10 March.
      expect(dueOf(asked, 'SUPPLEMENT')?.dueAt).toBe('2026-03-24T16:00:00.000Z');
      expect(asked.allowedActions).toEqual(['supplement', 'refuse', 'withdraw']);
      const back = await clerk.perform(asked, 'supplement', { receivedMaterials: [2] });
      expect(back.state).toBe('REGISTERED');
      expect(dueOf(back, 'SUPPLEMENT')?.state).toBe('MET');
      expect((await clerk.perform(back, 'accept')).state).toBe('ACCEPTED');
    });

    it('is refused a second time and changes nothing', async () => {
      const kase = await registered(clerk, 'EQ-T-05-001');
      const asked = await clerk.perform(kase, 'request-supplement', notice);
      const back = await clerk.perform(asked, 'supplement', { receivedMaterials: [] });
      expect(back.allowedActions).not.toContain('requestSupplement');
      const refused = await clerk.refused(back, 'request-supplement', notice);
      expect(refused).toMatchObject({ status: 409, code: 'case.supplement_requested_already' });
      expect((await clerk.get<Case>(`/api/v1/cases/${kase.id}`)).version).toBe(back.version);
    });
  });

  it('R41: required materials first; the answer names what is missing', async () => {
    const kase: Case = await clerk.do('/api/v1/cases', {
      itemCode: 'EQ-T-05-001',
      applicant: {
        kind: 'PERSON',
        name: '欧阳小燕',
        identityNumber: '440524188001010014',
        telephone: '0371-68880000',
      },
      receivedMaterials: [0],
    });
    expect(kase.applicantName).toBe('欧阳**');
    const refused = await clerk.refused(kase, 'accept');
    expect(refused).toMatchObject({ status: 409, code: 'case.materials_missing' });
    expect(refused.errors?.map(({ detail }) => detail)).toContain('申请人居民身份证：尚未收到。');
    for (const position of [1, 2, 3, 5]) {
      await clerk.do(`/api/v1/cases/${kase.id}/materials/${position}/receive`, { received: true });
    }
    expect((await clerk.perform(kase, 'accept')).state).toBe('ACCEPTED');
  });

  it('suspends by the item’s own procedure: three working days move every due date by three (T8, T11)', async () => {
    const kase = await clerk.perform(await accepted(clerk, 'EQ-T-05-001'), 'transfer');
    const handler = await district.as('dxl-mz-handler');
    const claimed = await handler.perform(kase, 'claim');
    expect(dueOf(claimed, 'PROMISE')?.dueAt).toBe('2026-04-10T16:00:00.000Z');
    district.clock.moveTo('2026-03-11T09:30:00+08:00');
    const later = await district.as('dxl-mz-handler');
    const suspended = await later.perform(claimed, 'suspend', {
      procedureKind: 'PUBLICITY',
      reason: '按规定公示。',
    });
    expect(suspended.state).toBe('SUSPENDED');
    expect(dueOf(suspended, 'PROMISE')).toMatchObject({ state: 'PAUSED', light: 'PAUSED' });
    district.clock.moveTo('2026-03-16T09:00:00+08:00');
    const on = await district.as('dxl-mz-handler');
    const resumed = await on.perform(suspended, 'resume');
    expect(resumed.state).toBe('IN_PROGRESS');
    expect(dueOf(resumed, 'PROMISE')).toMatchObject({
      state: 'RUNNING',
      dueAt: '2026-04-15T16:00:00.000Z',
    });
    // T9: a second suspension works as the first did.
    const again = await on.perform(resumed, 'suspend', {
      procedureKind: 'PUBLICITY',
      reason: '再次公示。',
    });
    const finished = await on.perform(again, 'resume');
    expect(dueOf(finished, 'PROMISE')?.dueAt).toBe('2026-04-15T16:00:00.000Z');
    expect(finished.suspensions).toHaveLength(2);
    const reader = await district.as('dxl-clerk1');
    const { explain } = await reader.get<Dto<'DeadlineExplainDto'>>(
      `/api/v1/deadlines/${dueOf(finished, 'PROMISE')?.id}/explain`,
    );
    expect(explain.filter(({ counted }) => counted)).toHaveLength(22);
    expect(explain.filter(({ paused }) => paused).map(({ date }) => date)).toEqual([
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-14',
      '2026-03-15',
    ]);
  });

  it('a special procedure that the item does not name is refused (行政许可法 §45)', async () => {
    const kase = await clerk.perform(await accepted(clerk, 'EQ-T-05-001'), 'transfer');
    const handler = await district.as('dxl-mz-handler');
    const claimed = await handler.perform(kase, 'claim');
    const refused = await handler.refused(claimed, 'suspend', {
      procedureKind: 'HEARING',
      reason: '听证',
    });
    expect(refused).toMatchObject({ status: 400, code: 'case.special_procedure_unknown' });
  });

  it('D2, R59, R60: the upload fixes the receipt instant and starts the upper clock, owned by the upper level', async () => {
    district.clock.moveTo('2026-09-30T16:45:00+08:00');
    const taker = await district.as('dxl-clerk1');
    const kase = await accepted(taker, 'EQ-T-07-003');
    expect(dueOf(kase, 'UPLOAD')?.dueAt).toBe('2026-09-30T16:00:00.000Z');
    district.clock.moveTo('2026-10-03T10:00:00+08:00');
    const uploaded = await (await district.as('dxl-clerk1')).perform(kase, 'upload');
    expect(uploaded.receiptAt).toBe('2026-10-03T02:00:00.000Z');
    expect(dueOf(uploaded, 'UPLOAD')?.state).toBe('MISSED');
    const upper = dueOf(uploaded, 'UPPER_STAGE');
    // D4: a day off fixes the receipt, day 1 is the next working day.
    expect(upper).toMatchObject({
      dueAt: '2026-10-15T16:00:00.000Z',
      ownerUnitName: '二七区残疾人联合会',
    });
    expect(dueOf(uploaded, 'PROMISE')?.ownerUnitName).toBe('二七区残疾人联合会');
    await expect(
      district.sql.query('UPDATE uploads SET receipt_at = now() WHERE case_id = $1', [kase.id]),
    ).rejects.toThrow('append-only');
  });

  it('a due date in a year without published holidays is provisional (T1)', async () => {
    district.clock.moveTo('2026-12-28T09:30:00+08:00');
    const kase = await accepted(await district.as('dxl-clerk1'), 'EQ-T-05-001');
    expect(dueOf(kase, 'PROMISE')?.provisional).toBe(true);
    expect(dueOf(kase, 'TRANSFER')?.provisional).toBe(false);
  });

  it('R57: neither section nor department delivers; the counter does, after issuing, with proof', async () => {
    const decided = await walk(
      district,
      await accepted(clerk, 'EQ-T-05-002'),
      ({ state }) => state === 'DECIDED',
    );
    const head = await district.as('dxl-mz-head');
    const proof = { method: 'WINDOW', receiver: '赵明远', proof: '本人签字' };
    expect(await head.refused(decided, 'issue')).toMatchObject({
      code: 'identity.not_allowed',
      status: 403,
    });
    expect(await clerk.refused(decided, 'deliver', proof)).toMatchObject({
      code: 'case.not_issued',
    });
    const issued = await clerk.perform(decided, 'issue', { resultNumber: '二七民救〔2026〕1号' });
    expect(await clerk.refused(issued, 'issue')).toMatchObject({ code: 'case.issued_already' });
    const elsewhere = { ...proof, method: 'HOME_VISIT' };
    expect(await clerk.refused(issued, 'deliver', elsewhere)).toMatchObject({
      code: 'case.delivery_method_not_offered',
    });
    const delivered = await clerk.perform(issued, 'deliver', proof);
    expect(delivered).toMatchObject({ state: 'DELIVERED', resultNumber: '二七民救〔2026〕1号' });
  });

  it('行政许可法 §38: a rejection needs its reason and remedy', async () => {
    const kase = await accepted(clerk, 'EQ-T-20-003');
    const rejection = { outcome: 'REJECTED', opinion: '不符合条件。' };
    const refused = await clerk.refused(kase, 'decide', rejection);
    expect(refused.errors?.map(({ field }) => field)).toEqual(['reason', 'remedy']);
    const decided = await clerk.perform(kase, 'decide', {
      ...rejection,
      reason: '户籍不在本区。',
      remedy: '可在60日内申请行政复议。',
    });
    expect(decided).toMatchObject({ state: 'DECIDED', outcome: 'REJECTED' });
  });

  it('refused, withdrawn and terminated cases end with their clocks cancelled and stay closed', async () => {
    const refusal = { reason: '不属于本机关职权。', remedy: '请向市场监管部门申请。' };
    const refused = await clerk.perform(await registered(clerk, 'EQ-T-05-001'), 'refuse', refusal);
    const withdrawn = await clerk.perform(await accepted(clerk, 'EQ-T-05-001'), 'withdraw', {
      reason: '申请人撤回。',
    });
    const terminated = await clerk.perform(await accepted(clerk, 'EQ-T-05-001'), 'terminate', {
      reason: '申请人去世。',
    });
    expect([refused.state, withdrawn.state, terminated.state]).toEqual([
      'REFUSED',
      'WITHDRAWN',
      'TERMINATED',
    ]);
    expect(withdrawn.deadlines.map(({ state }) => state)).toEqual([
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
    ]);
    expect(await clerk.get(`/api/v1/cases/${refused.id}/receipt`)).toMatchObject({
      state: 'REFUSED',
      refusedAt: '2026-03-10T01:30:00.000Z',
      closeReason: refusal.reason,
      remedy: refusal.remedy,
    });
    for (const ended of [refused, withdrawn, terminated]) {
      expect(ended.allowedActions).toEqual(['archive']);
      expect(await clerk.refused(ended, 'accept')).toMatchObject({
        status: 409,
        code: 'case.verb_not_allowed_in_state',
      });
    }
  });

  it('R7, R14: only counters take requests; who watches sees and changes nothing; others do not see', async () => {
    const kase = await accepted(clerk, 'EQ-T-05-001');
    const supervisor = await district.as('erqi-supervisor');
    const seen = await supervisor.get<Case>(`/api/v1/cases/${kase.id}`);
    expect(seen.allowedActions).toEqual([]);
    expect(await supervisor.refused(kase, 'transfer')).toMatchObject({
      status: 403,
      code: 'identity.not_allowed',
    });
    const elsewhere = await district.as('jzj-clerk1');
    const hidden = await elsewhere.send<{ code: string }>('GET', `/api/v1/cases/${kase.id}`);
    expect([hidden.status, hidden.body.code]).toEqual([404, 'case.unknown']);
    const handler = await district.as('dxl-mz-handler');
    const tried = await handler.post<{ code: string }>('/api/v1/cases', {
      itemCode: 'EQ-T-05-001',
      applicant: {
        kind: 'PERSON',
        name: '赵明远',
        identityNumber: '11010519491231002X',
        telephone: '13800138000',
      },
      receivedMaterials: [],
    });
    expect([tried.status, tried.body.code]).toEqual([403, 'identity.not_allowed']);
  });
});
