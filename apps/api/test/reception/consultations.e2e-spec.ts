import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { APPLICANT } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

type Consultation = Dto<'ConsultationDto'>;

const PATH = '/api/v1/consultations';
const ITEM = 'EQ-T-05-001';

/** Statements of each verb and read, as `workflow/query-count.e2e-spec.ts` counts them. */
const COSTS = {
  record: 9,
  handOver: 10,
  accept: 10,
  answer: 9,
  draft: 7,
  openCase: 19,
  list: 6,
  recipients: 6,
  statistics: 6,
};

describe('R63, R72: the guide desk', () => {
  let district: District;
  let guide: Client;
  let clerk: Client;
  let section: Client;
  beforeAll(async () => {
    district = await openDistrict();
    [guide, clerk, section] = await Promise.all([
      district.as('dxl-guide'),
      district.as('dxl-clerk1'),
      district.as('dxl-mz-handler'),
    ]);
  });
  afterAll(() => district.close());

  const record = (person: Client, more: object = {}) =>
    person.do<Consultation>(PATH, { type: 'POLICY', question: '临时救助怎么申请？', ...more });
  const act = (person: Client, one: Consultation, verb: string, body: object = {}) =>
    person.do<Consultation>(`${PATH}/${one.id}/${verb}`, { version: one.version, ...body });
  const refusal = async (person: Client, one: Consultation, verb: string, body: object = {}) => {
    const path = `${PATH}/${one.id}/${verb}`;
    const answer = await person.post<Problem>(path, { version: one.version, ...body });
    return [answer.status, answer.body.code];
  };
  const duties = async (person: Client) =>
    (await person.get<Dto<'ConsultationPageDto'>>(`${PATH}?show=DUTIES`)).items.map(({ id }) => id);

  it('R63: who records it was asked first, and has answered it unless they say otherwise', async () => {
    const copy = await record(guide, { type: 'COPY', question: '' });
    expect(copy).toMatchObject({ state: 'ANSWERED', mine: true, allowedActions: [] });
    expect(copy.firstContactName).toBe(guide.account.displayName);
    const open = await record(clerk, { outcome: 'OPEN', itemCode: ITEM });
    expect(open).toMatchObject({ state: 'OPEN', item: { code: ITEM } });
    expect(await duties(guide)).toContain(open.id);
    expect(await duties(guide)).not.toContain(copy.id);
  });

  it('R72: the duty stays with the first asked until the named colleague has accepted it', async () => {
    const handOver = { unitId: section.account.unit.id, accountId: section.account.id };
    const handed = await record(guide, { handOver });
    expect(handed).toMatchObject({ state: 'OFFERED', mine: true });
    expect(handed.holderName).toBe(guide.account.displayName);
    expect(await duties(section)).toContain(handed.id);
    const head = await district.as('dxl-mz-head');
    expect(await refusal(head, handed, 'accept')).toEqual([403, 'consultation.not_offered']);
    expect(await refusal(section, handed, 'decline', { reason: ' ' })).toEqual([
      400,
      'consultation.reason_missing',
    ]);
    const back = await act(section, handed, 'decline', { reason: '属于社保科' });
    expect(back).toMatchObject({ state: 'OPEN', declined: { reason: '属于社保科' } });
    expect(back.holderName).toBe(guide.account.displayName);

    const again = await act(guide, back, 'hand-over', { unitId: section.account.unit.id });
    const accepted = await act(head, again, 'accept');
    expect(accepted).toMatchObject({ state: 'OPEN', mine: true });
    expect(accepted.holderName).toBe(head.account.displayName);
    expect(accepted.firstContactName).toBe(guide.account.displayName);
    expect(await refusal(guide, accepted, 'answer')).toEqual([403, 'consultation.not_yours']);
    const answered = await act(head, accepted, 'answer', { answer: '先到社区申请。' });
    expect(answered).toMatchObject({ state: 'ANSWERED', answer: '先到社区申请。' });
    expect(await refusal(head, answered, 'answer')).toEqual([409, 'consultation.closed']);
  });

  it('R72: who was asked first is written once, also for the application itself', async () => {
    const { id } = await record(guide, { outcome: 'OPEN' });
    const app = new pg.Client({ connectionString: district.settings.databaseUrl });
    await app.connect();
    const change = `UPDATE consultations SET first_contact_id = holder_id WHERE id = '${id}'`;
    await expect(app.query(change)).rejects.toThrow('permission denied');
    await app.end();
  });

  it('S1: nobody of another street sees it; the watchers of the district do', async () => {
    const one = await record(guide, { outcome: 'OPEN' });
    const elsewhere = await district.as('jzj-clerk1');
    expect(await refusal(elsewhere, one, 'answer')).toEqual([404, 'consultation.unknown']);
    expect(await duties(elsewhere)).not.toContain(one.id);
    expect(await duties(await district.as('erqi-inspector'))).toContain(one.id);
  });

  it('nobody is handed a duty who is not there, nor one’s own', async () => {
    const one = await record(guide, { outcome: 'OPEN' });
    const unitId = section.account.unit.id;
    const wrong = { unitId, accountId: clerk.account.id };
    expect(await refusal(guide, one, 'hand-over', wrong)).toEqual([
      400,
      'consultation.nobody_there',
    ]);
    const own = { unitId: guide.account.unit.id, accountId: guide.account.id };
    expect(await refusal(guide, one, 'hand-over', own)).toEqual([
      400,
      'consultation.handed_to_self',
    ]);
    const stale = { ...one, version: 99 };
    expect(await refusal(guide, stale, 'answer')).toEqual([409, 'consultation.stale']);
    const { items } = await guide.get<Dto<'RecipientsDto'>>(`${PATH}/recipients`);
    expect(items[0]?.id).toBe(guide.account.unit.id);
    expect(items.find(({ id }) => id === unitId)?.people.map(({ id }) => id)).toContain(
      section.account.id,
    );
    expect(JSON.stringify(items)).not.toContain(guide.account.id);
  });

  it('P5: numbers of people are masked, and whom to answer is sealed', async () => {
    const contact = { name: '赵明远', telephone: '13800138000' };
    const question = `我的身份证号是${APPLICANT.identityNumber}`;
    const one = await record(guide, { outcome: 'OPEN', question, contact });
    expect(one.contact).toEqual({ name: '赵**', telephone: '138****8000' });
    const [row] = await district.sql.query('SELECT * FROM consultations WHERE id = $1', [one.id]);
    expect(JSON.stringify(row)).not.toMatch(/赵明远|13800138000|11010519491231002X/);
    const wrong = { type: 'COPY', question: '', contact: { name: '赵', telephone: '12' } };
    const refused = await guide.post<Problem>(PATH, wrong);
    expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'contact.telephone']);
  });

  it('R12, R72: it becomes a case without anything typed twice, and the case keeps who was asked first', async () => {
    const contact = { name: APPLICANT.name, telephone: APPLICANT.telephone };
    const one = await record(guide, { type: 'FORM_HELP', itemCode: ITEM, contact });
    const draft = await clerk.do<Dto<'ConsultationDraftDto'>>(`${PATH}/${one.id}/draft`, {});
    expect(draft).toMatchObject({ ...contact, itemCode: ITEM, version: one.version });
    district.clock.moveBy(60_000);
    const body = {
      version: draft.version,
      itemCode: draft.itemCode,
      applicant: APPLICANT,
      receivedMaterials: [],
    };
    const kase = await clerk.do<Dto<'CaseDto'>>(`${PATH}/${one.id}/case`, body);
    expect(kase).toMatchObject({ state: 'REGISTERED', consultationId: one.id });
    expect(kase.firstContactName).toBe(guide.account.displayName);
    const { items } = await clerk.get<Dto<'CaseEventPageDto'>>(`/api/v1/cases/${kase.id}/events`);
    expect(items.map(({ seq, verb, actorName }) => [seq, verb, actorName])).toEqual([
      [1, 'CONSULT', guide.account.displayName],
      [2, 'register', clerk.account.displayName],
    ]);
    expect(new Date(items[0]?.at ?? 0) < new Date(items[1]?.at ?? 0)).toBe(true);
    const asked = await clerk.get<Dto<'ConsultationPageDto'>>(`${PATH}?show=ASKED`);
    const after = asked.items.find(({ id }) => id === one.id);
    expect(after).toMatchObject({ state: 'BECAME_CASE', caseId: kase.id });
    const again = await clerk.post<Problem>(`${PATH}/${one.id}/case`, { ...body, version: 2 });
    expect([again.status, again.body.code]).toEqual([409, 'consultation.became_case']);
    const taken = 'UPDATE cases SET first_contact_id = taken_by_id WHERE id = $1';
    await expect(district.sql.query(taken, [kase.id])).rejects.toThrow('written once');
  });

  it('where nobody asked before, who took the case was asked first', async () => {
    const body = { itemCode: ITEM, applicant: APPLICANT, receivedMaterials: [] };
    const kase = await clerk.do<Dto<'CaseDto'>>('/api/v1/cases', body);
    expect(kase).toMatchObject({ consultationId: null });
    expect(kase.firstContactName).toBe(clerk.account.displayName);
  });

  it('R63: counts by day and type', async () => {
    district.clock.moveTo('2026-03-17T10:00:00+08:00');
    const other = await district.as('jzj-guide');
    for (const type of ['COPY', 'COPY', 'POLICY']) await record(guide, { type });
    await record(other, { type: 'FORM_HELP' });
    const query = 'from=2026-03-16&until=2026-03-17';
    const of = async (person: Client, more = '') =>
      (await person.get<Dto<'ConsultationStatisticsDto'>>(`${PATH}/statistics?${query}${more}`))
        .days;
    const own = { day: '2026-03-17', copy: 2, formHelp: 0, policy: 1 };
    const none = { open: 0, becameCase: 0, handedOver: 0 };
    expect(await of(guide)).toEqual([{ ...own, ...none }]);
    const supervisor = await district.as('erqi-supervisor');
    expect(await of(supervisor)).toEqual([{ ...own, formHelp: 1, ...none }]);
    expect(await of(supervisor, `&unitId=${guide.account.unit.id}`)).toEqual(await of(guide));
    const long = `${PATH}/statistics?from=2026-01-01&until=2026-06-01`;
    expect((await guide.send<Problem>('GET', long)).body.code).toBe('reception.span_invalid');
  });

  it('what each costs', async () => {
    await Promise.all([guide, clerk].map((person) => person.renewIfDue()));
    const sent: Record<string, number> = {};
    const counted = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      let answer: T | undefined;
      sent[name] = (await countQueries(district, async () => void (answer = await work()))).length;
      return answer as T;
    };
    let one = await counted('record', () => record(guide, { outcome: 'OPEN', itemCode: ITEM }));
    const to = { unitId: clerk.account.unit.id, accountId: clerk.account.id };
    one = await counted('handOver', () => act(guide, one, 'hand-over', to));
    one = await counted('accept', () => act(clerk, one, 'accept'));
    one = await counted('answer', () => act(clerk, one, 'answer'));
    await counted('draft', () => clerk.do(`${PATH}/${one.id}/draft`, {}));
    const body = { itemCode: ITEM, applicant: APPLICANT, receivedMaterials: [] };
    await counted('openCase', () => act(clerk, one, 'case', body));
    await counted('list', () => duties(guide));
    await counted('recipients', () => guide.get(`${PATH}/recipients`));
    const span = 'from=2026-03-16&until=2026-03-17';
    await counted('statistics', () => guide.get(`${PATH}/statistics?${span}`));
    expect(sent).toEqual(COSTS);
  });
});
