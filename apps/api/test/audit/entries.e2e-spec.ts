import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnchorAudit } from '../../src/audit/index.js';
import { accepted, APPLICANT, registered, walk } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

type Entry = Dto<'AuditEntryDto'>;
type Page = Dto<'AuditPageDto'>;

describe('design §6: the audit', () => {
  let district: District;
  let clerk: Client;
  let auditor: Client;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    auditor = await district.as('erqi-auditor');
  });
  afterAll(() => district.close());

  const entriesOf = async (query: string): Promise<Entry[]> =>
    (await auditor.get<Page>(`/api/v1/audit/entries?${query}`)).items;
  const countAll = async () => {
    const [row]: { n: number }[] = await district.sql.query(
      'SELECT count(*)::int AS n FROM audit_entries',
    );
    return row?.n ?? 0;
  };

  it('every verb leaves exactly one entry: who, when, from where, before and after', async () => {
    const before = await countAll();
    const kase = await registered(clerk, 'EQ-T-05-001');
    expect(await countAll()).toBe(before + 1);
    const after = await clerk.perform(kase, 'accept');
    expect(await countAll()).toBe(before + 2);
    const [newest] = await entriesOf(`subjectKind=case&subjectId=${kase.id}&limit=1`);
    expect(newest).toMatchObject({
      action: 'case.accept',
      actor: clerk.account.displayName,
      accountId: clerk.account.id,
      chain: clerk.account.unit.id,
      unitName: clerk.account.unit.name,
      address: '127.0.0.1',
      at: new Date(USUAL_MORNING).toISOString(),
      changes: [
        {
          kind: 'case',
          id: kase.id,
          before: { state: 'REGISTERED', version: kase.version, number: kase.number },
          after: { state: 'ACCEPTED', version: after.version },
        },
      ],
    });
    expect(newest?.traceId).toMatch(/^[0-9a-f-]{32,36}$/);
  });

  it('each of the whole way has its own, by whoever did it', async () => {
    const kase = await walk(
      district,
      await accepted(clerk, 'EQ-T-05-003'),
      (one) => one.state === 'DELIVERED',
    );
    const entries = await entriesOf(`subjectKind=case&subjectId=${kase.id}&limit=100`);
    const events = await clerk.get<Dto<'CaseEventPageDto'>>(`/api/v1/cases/${kase.id}/events`);
    const verbs = events.items.map(({ verb }) => `case.${verb}`);
    // The clock of the test stands still: within an instant the order is the chains' own.
    expect(entries.map(({ action }) => action).sort()).toEqual(verbs.sort());
    expect(new Set(entries.map(({ chain }) => chain)).size).toBeGreaterThan(1);
  });

  it('a refused change leaves none', async () => {
    const kase = await registered(clerk, 'EQ-T-05-001');
    const before = await countAll();
    await clerk.refused({ ...kase, version: 99 }, 'accept');
    expect(await countAll()).toBe(before);
  });

  it('a repeated request with its key leaves the first one’s', async () => {
    const body = { itemCode: 'EQ-T-05-001', applicant: APPLICANT, receivedMaterials: [] };
    const key = { 'idempotency-key': 'audit-once' };
    const before = await countAll();
    await clerk.post('/api/v1/cases', body, key);
    await clerk.post('/api/v1/cases', body, key);
    expect(await countAll()).toBe(before + 1);
  });

  it('seen by nobody but the auditor', async () => {
    for (const login of ['dxl-clerk1', 'dxl-admin', 'erqi-supervisor', 'erqi-inspector']) {
      const asker = await district.as(login);
      for (const path of [
        'entries',
        'chains',
        'verification',
        'export?from=2026-01-01T00:00:00Z&until=2027-01-01T00:00:00Z&format=csv',
      ]) {
        const { status, body } = await asker.send<Problem>('GET', `/api/v1/audit/${path}`);
        expect([login, path, status, body.code]).toEqual([
          login,
          path,
          403,
          'identity.not_allowed',
        ]);
      }
    }
  });

  it('filters and pages', async () => {
    const first = await auditor.get<Page>('/api/v1/audit/entries?action=case.register&limit=2');
    expect(first.items.every(({ action }) => action === 'case.register')).toBe(true);
    const next = await auditor.get<Page>(
      `/api/v1/audit/entries?action=case.register&limit=2&cursor=${first.nextCursor}`,
    );
    const seen = [...first.items, ...next.items].map(({ chain, seq }) => `${chain}${seq}`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await entriesOf('from=2030-01-01T00:00:00Z')).toEqual([]);
  });

  it('chain status: counts, and what the anchor vouches for', async () => {
    await district.app.get(AnchorAudit).run();
    const chains = await auditor.get<Dto<'AuditChainPageDto'>>('/api/v1/audit/chains?limit=100');
    const own = chains.items.find(({ chain }) => chain === clerk.account.unit.id);
    expect(own).toMatchObject({ unitName: clerk.account.unit.name, anchoredCount: own?.count });
    expect(own?.count).toBeGreaterThan(3);
  });

  it('verification answers progress and a report; a tampered row is named', async () => {
    const report = async () => {
      const answer = await fetch(`${district.url}/api/v1/audit/verification`, {
        headers: { authorization: `Bearer ${auditor.token}` },
      });
      const lines = (await answer.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Report);
      return lines.at(-1)?.report;
    };
    expect(await report()).toMatchObject({ ok: true, faults: [] });
    const chain = clerk.account.unit.id;
    const row = 'chain = $1 AND seq = 2';
    await district.sql.query(`UPDATE audit_entries SET actor = actor || 'x' WHERE ${row}`, [chain]);
    expect(await report()).toMatchObject({
      ok: false,
      faults: [{ chain, seq: 2, kind: 'CONTENT_CHANGED' }],
    });
    await district.sql.query(`UPDATE audit_entries SET actor = left(actor, -1) WHERE ${row}`, [
      chain,
    ]);
    expect(await report()).toMatchObject({ ok: true });
  });

  it('export hands out the rows of the span and is itself audited', async () => {
    const span = 'from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z';
    const { body, headers } = await auditor.send<string>(
      'GET',
      `/api/v1/audit/export?${span}&format=csv`,
    );
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(body.split('\n').length - 2).toBe((await countAll()) - 0);
    const [newest] = await entriesOf('action=audit.export&limit=1');
    expect(newest).toMatchObject({ actor: auditor.account.displayName });
  });
});

interface Report {
  report?: { ok: boolean; faults: { chain: string; seq: number; kind: string }[] };
}
