import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accepted, APPLICANT, registered, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';
import { askProgress } from '../support/progress.js';

const ITEM = 'EQ-T-05-001';
const AGENT = {
  name: '钱守正',
  identityNumber: '410103198507152511',
  telephone: '13900139000',
  letterNumber: '委字〔2026〕1号',
  validFrom: '2026-03-01',
  validUntil: '2026-04-30',
};
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe('R65, R68–R70: the ways in, the agent, the hours and the follower of a case', () => {
  let district: District;
  let clerk: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
  });
  afterAll(() => district.close());
  beforeEach(() => district.clock.moveTo(USUAL_MORNING));

  const request = (more: object = {}) => ({
    itemCode: ITEM,
    applicant: APPLICANT,
    receivedMaterials: [0, 1, 2, 3, 4, 5],
    ...more,
  });
  const register = (more: object = {}) => clerk.do<Case>('/api/v1/cases', request(more));
  const refused = async (more: object) =>
    (await clerk.post<Problem>('/api/v1/cases', request(more))).body;

  it('R65: every case has its channel, and is found by it', async () => {
    const usual = await register();
    const machine = await register({ channel: 'SELF_SERVICE' });
    expect([usual.channel, machine.channel]).toEqual(['COUNTER', 'SELF_SERVICE']);
    const found = await clerk.get<Dto<'CasePageDto'>>('/api/v1/cases?channel=SELF_SERVICE');
    expect(found.items.map(({ id }) => id)).toEqual([machine.id]);
    // What was booked or sent in before cannot be claimed at the counter.
    expect(await refused({ channel: 'PREREGISTRATION' })).toMatchObject({ status: 400 });
  });

  it.each([
    ['2026-03-10T09:00:00+08:00', false, 'opening'],
    ['2026-03-10T16:59:59+08:00', false, 'the last second'],
    ['2026-03-10T17:00:00+08:00', true, 'closing'],
    ['2026-03-14T10:00:00+08:00', true, 'a Saturday'],
    ['2026-02-14T10:00:00+08:00', false, 'a make-up working Saturday'],
    ['2026-02-17T10:00:00+08:00', true, 'Spring Festival'],
  ])('R68: taken in at %s, out of hours %s (%s)', async (at, outOfHours) => {
    district.clock.moveTo(at);
    expect(await register()).toMatchObject({ outOfHours });
  });

  it('R68: what was begun before closing goes on after it, and that the counter stayed is kept', async () => {
    district.clock.moveTo('2026-03-10T16:50:00+08:00');
    const kase = await register();
    expect(kase.outOfHours).toBe(false);
    district.clock.moveTo('2026-03-10T17:20:00+08:00');
    const after = await clerk.perform(kase, 'accept');
    expect(after).toMatchObject({ state: 'ACCEPTED', outOfHours: true });
    const log = await clerk.get<Dto<'CasePageDto'>>('/api/v1/cases?outOfHours=true');
    expect(log.items.map(({ id }) => id)).toContain(kase.id);
  });

  it('R69: both identities are kept, sealed, shown masked and in clear for a reason only', async () => {
    const kase = await register({ agent: AGENT });
    const path = `/api/v1/cases/${kase.id}/applicant`;
    const shown = await clerk.get<Dto<'ApplicantDto'>>(path);
    expect(shown.name).toBe('赵**');
    expect(shown.agent).toEqual({
      name: '钱**',
      identityNumber: '4101**********2511',
      telephone: '139****9000',
      letterNumber: AGENT.letterNumber,
      validFrom: AGENT.validFrom,
      validUntil: AGENT.validUntil,
      letter: null,
    });
    const clear = await clerk.do<Dto<'ClearApplicantDto'>>(`${path}/unmask`, {
      reason: '核对代理人证件',
    });
    expect(clear.agent).toMatchObject({ identityNumber: AGENT.identityNumber });
    const [row]: Record<string, string>[] = await district.sql.query(
      `SELECT a.name, a.identity_number, a.telephone,
         (SELECT string_agg(e.changes::text, '') FROM audit_entries e) AS audit
       FROM case_agents a WHERE a.case_id = $1`,
      [kase.id],
    );
    for (const text of Object.values(row ?? {})) {
      for (const secret of [AGENT.name, AGENT.identityNumber, AGENT.telephone])
        expect(text).not.toContain(secret);
    }
  });

  it('R69: the letter is kept by its content, for the counter that took the case', async () => {
    const kase = await register({ agent: AGENT });
    const path = `/api/v1/cases/${kase.id}/agent/letter`;
    expect((await clerk.send('GET', path)).status).toBe(404);
    expect((await clerk.upload(path, 'a.pdf', Buffer.from('<html>'))).status).toBe(400);
    expect(await clerk.upload(path, '委托书.pdf', PDF)).toMatchObject({
      status: 200,
      body: { name: '委托书.pdf', mediaType: 'application/pdf', bytes: PDF.length },
    });
    const read = await clerk.send('GET', path);
    expect(read.headers.get('content-disposition')).toMatch(/^attachment/);
    const other = await district.as('jzj-clerk1');
    expect((await other.send('GET', path)).status).toBe(404);
    const without = await register();
    const none = await clerk.upload(`/api/v1/cases/${without.id}/agent/letter`, 'a.pdf', PDF);
    expect(none.body).toMatchObject({ code: 'intake.agent_unknown' });
  });

  it('R69: nobody is their own agent, and a letter holds on its days alone', async () => {
    const codes = async (agent: object) =>
      (await refused({ agent: { ...AGENT, ...agent } })).errors?.map(({ field, code }) => [
        field,
        code,
      ]);
    expect(await codes({ identityNumber: APPLICANT.identityNumber })).toEqual([
      ['agent.identityNumber', 'intake.agent_is_applicant'],
    ]);
    expect(await codes({ validFrom: '2026-03-11' })).toEqual([
      ['agent.validFrom', 'intake.agent_letter_not_begun'],
    ]);
    expect(await codes({ validUntil: '2026-03-09', telephone: '1' })).toEqual([
      ['agent.telephone', 'intake.telephone_invalid'],
      ['agent.validUntil', 'intake.agent_letter_ended'],
    ]);
  });

  it('R70: a named colleague follows the case, and what they tell stands on the public page', async () => {
    const kase = await accepted(clerk, ITEM);
    const path = `/api/v1/cases/${kase.id}`;
    const before = await clerk.get<Dto<'TrackingDto'>>(`${path}/tracking`);
    expect(before).toMatchObject({ follower: null, messages: [], mayTell: false });
    const colleague = await district.as('dxl-clerk2');
    const put = (who: Client, accountId: string) =>
      who.send<Problem>('PUT', `${path}/follower`, {
        body: JSON.stringify({ accountId }),
        headers: { 'content-type': 'application/json' },
      });
    expect(before.colleagues.map(({ id }) => id)).toContain(colleague.account.id);
    const elsewhere = await district.as('jzj-clerk1');
    expect((await put(clerk, elsewhere.account.id)).body.code).toBe('intake.follower_elsewhere');
    expect((await put(elsewhere, elsewhere.account.id)).body.code).toBe('case.unknown');
    expect((await put(clerk, colleague.account.id)).status).toBe(200);
    const tell = (who: Client) =>
      who.post<Problem>(`${path}/progress-messages`, {
        text: '已入户核实，联系电话 13800138000。',
      });
    expect((await tell(clerk)).body.code).toBe('intake.follower_only');
    expect((await tell(colleague)).status).toBe(200);
    const answer = await askProgress(district.url, kase.number, '002X');
    const shown = (await answer.json()) as Dto<'ProgressDto'>;
    expect(shown.followerName).toBe(colleague.account.displayName);
    expect(shown.messages.map(({ text }) => text)).toEqual(['已入户核实，联系电话 138****8000。']);
  });

  it('P7: wrong tails lock a number for a while, whether there is such a number or not', async () => {
    const kase = await registered(clerk, ITEM);
    const unknown = kase.number.replace(/\d{2}$/, '99');
    const ask = async (number: string, tail: string) => {
      const answer = await askProgress(district.url, number, tail);
      const { code } = (await answer.json()) as Problem;
      return [answer.status, code];
    };
    for (const number of [kase.number, unknown]) {
      const answers = [];
      for (let n = 0; n < 7; n++) answers.push(await ask(number, '1234'));
      expect(answers).toEqual([
        ...Array.from({ length: 5 }, () => [404, 'intake.progress_not_found']),
        ...Array.from({ length: 2 }, () => [429, 'intake.tails_locked']),
      ]);
    }
    // Also the right one waits, or the lock would tell it apart.
    expect(await ask(kase.number, '002X')).toEqual([429, 'intake.tails_locked']);
    district.clock.moveTo('2026-03-10T09:32:00+08:00');
    expect(await ask(kase.number, '002x')).toEqual([200, undefined]);
    expect(await ask(kase.number, '1234')).toEqual([404, 'intake.progress_not_found']);
    const rows: { asked: string }[] = await district.sql.query('SELECT asked FROM tail_failures');
    expect(rows.map(({ asked }) => asked).join()).not.toContain(kase.number);
  });
});
