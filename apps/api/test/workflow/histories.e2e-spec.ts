import chineseDays from 'chinese-days';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { times } from '../support/bars.js';
import { holderOf, registered, type Case } from '../support/cases.js';
import type { Client } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, oneOf } from '../support/random.js';
import { ReferenceCase, type Deed, type ReferenceStage } from '../support/reference-case.js';

const HISTORIES = times(300);
const HOUR = 3_600_000;
const FIRST = Date.parse('2016-01-04T00:00:00+08:00');
const LAST = Date.parse('2026-07-01T00:00:00+08:00');
/** Of the year whose last days off are known; later due dates would be provisional. */
const END = Date.parse('2026-10-20T00:00:00+08:00');

interface History {
  seed: number;
  random: () => number;
  itemCode: string;
  deeds: Deed[];
  /** When somebody does the next thing. */
  next: number;
  case?: { seen: Case; model: ReferenceCase };
}

/** A history whose case is there. */
type Going = History & Required<Pick<History, 'case'>>;

const isGoing = (history: History): history is Going => history.case !== undefined;

/**
 * The held set: the seeds are fixed, so that the same histories are played each time. They are played
 * side by side in the order of time, because there is one clock for all.
 */
describe(`${HISTORIES} histories of cases agree with the reference model (P2, D2, R54–R60, T8, T9, T11)`, () => {
  let district: District;
  let items: { code: string; handling_kind: string }[];
  const histories: History[] = [];

  beforeAll(async () => {
    district = await openDistrict();
    await district.sql.query(
      "UPDATE item_versions SET effective_from = '2015-01-01'; UPDATE offerings SET started_on = '2015-01-01'",
    );
    items = await district.sql.query(
      `SELECT i.code, v.handling_kind FROM service_items i JOIN item_versions v ON v.id = i.current_version_id
       WHERE i.level = 'STREET' ORDER BY i.code`,
    );
    begin();
  }, 120_000);
  afterAll(() => district.close());

  /** Nobody signs in thousands of times: who is signed in stays so over the years. */
  async function lasting(client: Client): Promise<Client> {
    if (!client.renewal) return client;
    client.renewal = undefined;
    await district.sql.query(
      "UPDATE sessions SET token_expires_at = '2099-01-01', ends_at = '2099-01-01', refreshed_at = '2090-01-01'",
    );
    return client;
  }

  function begin(): void {
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const random = numbersFrom(seed);
      const at = FIRST + Math.floor(random() * (LAST - FIRST));
      const item = oneOf(random, items);
      const next = item.handling_kind === 'INSTANT' ? morningOf(at) : at;
      histories.push({ random, next, seed, itemCode: item.code, deeds: [] });
    }
  }

  it('in states, due dates and in whose delay it is', async () => {
    for (;;) {
      const history = histories
        .filter(({ next }) => next < END)
        .reduce<History | null>((a, b) => (a && a.next <= b.next ? a : b), null);
      if (!history) break;
      district.clock.moveTo(new Date(history.next).toISOString());
      await play(history);
    }
    const deeds = histories.flatMap((one) => one.deeds.map(({ verb }) => verb));
    // A set without these would show nothing.
    for (const verb of ['suspend', 'resume', 'upload', 'decide', 'withdraw']) {
      expect(deeds).toContain(verb);
    }
  }, 900_000);

  async function play(history: History): Promise<void> {
    const goesOn = isGoing(history) ? await further(history) : await take(history);
    if (isGoing(history)) compare(history);
    if (!goesOn) {
      history.next = Infinity;
      return;
    }
    const days = history.random() < 0.3 ? history.random() * 20 : history.random() * 3;
    history.next += Math.floor(HOUR * (0.1 + days * 24));
  }

  async function take(history: History): Promise<boolean> {
    const clerk = await lasting(await district.as('dxl-clerk1'));
    const seen = await registered(clerk, history.itemCode);
    const [row]: { item: never; stages: ReferenceStage[] }[] = await district.sql.query(
      'SELECT item, stages FROM cases WHERE id = $1',
      [seen.id],
    );
    if (!row) throw new Error('no case');
    const going = { seen, model: new ReferenceCase(row.item, row.stages) };
    history.case = going;
    return perform(Object.assign(history, { case: going }), clerk, 'accept', {});
  }

  /** @returns false at the end of its life */
  async function further(history: Going): Promise<boolean> {
    const { random } = history;
    const { id, state } = history.case.seen;
    const taker = await lasting(await district.as('dxl-clerk1'));
    const holder = state === 'SUSPENDED' ? null : await holderOf(district, history.case.seen);
    const worker = holder ? await lasting(holder) : await suspender(history);
    const seen = await worker.get<Case>(`/api/v1/cases/${id}`);
    const may = new Set<string>(seen.allowedActions);
    const chance = random();
    if (chance < 0.03 && !['DECIDED', 'DELIVERED'].includes(seen.state)) {
      const mine = await taker.get<Case>(`/api/v1/cases/${id}`);
      if (mine.allowedActions.includes('withdraw')) {
        return perform(history, taker, 'withdraw', { reason: '申请人不再需要。' });
      }
    }
    if (may.has('resume')) return perform(history, worker, 'resume', {});
    if (may.has('suspend') && chance < 0.45) {
      const procedure = oneOf(random, seen.specialProcedures);
      const { countsInLimit } = procedure;
      const body = { procedureKind: procedure.kind, reason: '按规定启动。' };
      return perform(history, worker, 'suspend', body, { countsInLimit });
    }
    const verb = ['transfer', 'upload', 'claim', 'complete', 'decide', 'issue', 'deliver'].find(
      (one) => may.has(one) && !(one === 'deliver' && may.has('issue')),
    );
    if (!verb) return false;
    return perform(history, worker, verb, bodyOf(verb, seen));
  }

  async function suspender({ case: { seen } }: Going): Promise<Client> {
    return lasting(
      await district.someoneOf(seen.holderUnit.id, [
        'SECTION_HANDLER',
        'SECTION_HEAD',
        'DEPARTMENT_APPROVER',
      ]),
    );
  }

  async function perform(
    history: Going,
    client: Client,
    verb: string,
    body: Record<string, unknown>,
    facts: Partial<Deed> = {},
  ): Promise<true> {
    const path = `/api/v1/cases/${history.case.seen.id}`;
    history.case.seen = await client.perform(await client.get<Case>(path), verb, body);
    const deed = { verb, at: district.clock.now(), ...facts };
    history.deeds.push(deed);
    history.case.model.apply(deed);
    return true;
  }

  function compare({ seed, deeds, case: { seen, model } }: Going): void {
    const expected = model.seen(district.clock.now());
    const found = seen.deadlines.map(({ kind, state, dueAt, ownerUnitId }) => ({
      kind,
      state: state === 'RUNNING' && new Date(dueAt) <= district.clock.now() ? 'MISSED' : state,
      dueAt,
      owner: ownerUnitId,
    }));
    const inOrder = (a: { kind: string; dueAt: string }, b: { kind: string; dueAt: string }) =>
      `${a.kind}${a.dueAt}`.localeCompare(`${b.kind}${b.dueAt}`);
    expect({ seed, deeds, state: seen.state, clocks: found.sort(inOrder) }).toEqual({
      seed,
      deeds,
      state: model.state,
      clocks: expected.sort(inOrder),
    });
  }
});

/** Half past nine of that day or the next working day: what is done on the spot is measured elsewhere. */
function morningOf(at: number): number {
  const half = new Date(at + 8 * HOUR).toISOString().slice(0, 10);
  for (let date = half; ; date = dayAfter(date)) {
    if (chineseDays.isWorkday(date)) return Date.parse(`${date}T09:30:00+08:00`);
  }
}

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);

function bodyOf(verb: string, seen: Case): Record<string, unknown> {
  if (verb === 'complete') return { opinion: '材料齐全，符合条件。' };
  if (verb === 'decide') return { outcome: 'APPROVED', opinion: '同意。' };
  if (verb === 'deliver') {
    return { receiver: '赵明远', proof: '本人签字 001', method: seen.deliveryMethods[0] };
  }
  return {};
}
