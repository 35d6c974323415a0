import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpirePreregistrations } from '../../src/preregistration/index.js';
import type { Case } from '../support/cases.js';
import { citizen } from '../support/citizens.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

const ITEM = 'EQ-T-05-001';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
type Sent = Dto<'SentDto'> & Problem;

describe('R71: preregistration', () => {
  let district: District;
  let clerk: Client;
  let unitId: string;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    unitId = clerk.account.unit.id;
  });
  afterAll(() => district.close());
  beforeEach(() => district.clock.moveTo(USUAL_MORNING));

  const send = async (applicant: Dto<'ApplicantInputDto'>, requestKey = randomUUID()) => {
    const answer = await fetch(`${district.url}/api/v1/preregistrations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ itemCode: ITEM, unitId, applicant, requestKey }),
    });
    return { status: answer.status, key: requestKey, body: (await answer.json()) as Sent };
  };
  const upload = async (key: string, position: number, content: Buffer, name = '户口簿.pdf') => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    const answer = await fetch(
      `${district.url}/api/v1/preregistrations/materials/${position}/files`,
      { method: 'POST', body: form, headers: { 'preregistration-key': key } },
    );
    return { status: answer.status, body: (await answer.json()) as Sent };
  };
  const filesKept = async () => {
    const folder = path.join(district.settings.dataFolder, 'files');
    const found = await readdir(folder, { recursive: true }).catch(() => []);
    return found.filter((name) => name.includes('-')).length;
  };
  const one = async (id: string) => {
    const [row]: Record<string, unknown>[] = await district.sql.query(
      `SELECT p.state, p.name, p.identity_number, p.telephone, p.identity_index, p.sender_index,
         (SELECT count(*)::int FROM preregistration_files f WHERE f.preregistration_id = p.id) AS files
       FROM preregistrations p WHERE id = $1`,
      [id],
    );
    return row;
  };
  const GONE = {
    name: null,
    identity_number: null,
    telephone: null,
    identity_index: null,
    sender_index: null,
    files: 0,
  };

  it('is sent with files, opened by its code and becomes a case without typing; no clock ran', async () => {
    const applicant = citizen(1);
    const { status, body, key } = await send(applicant);
    expect([status, body.lastDay]).toEqual([201, '2026-03-24']);
    expect((await send(applicant, key)).body).toEqual(body);
    expect((await upload(key, 1, PDF)).body.materials[1]?.files).toEqual(['户口簿.pdf']);
    expect((await upload(key, 1, PDF)).body.materials[1]?.files).toHaveLength(1);
    const found = await clerk.get<Dto<'PreregistrationPageDto'>>(
      `/api/v1/hall/preregistrations?code=${body.code.toLowerCase()}`,
    );
    expect(found.items).toMatchObject([{ id: body.id, fileCount: 1, mayRegister: true }]);
    const at = `/api/v1/hall/preregistrations/${body.id}`;
    const opened = await clerk.get<Dto<'OpenedPreregistrationDto'>>(at);
    expect(opened.identityNumber).toMatch(/^4101\*{10}/);
    const file = opened.materials[1]?.files[0];
    expect((await clerk.send('GET', `${at}/files/${file?.id}`)).status).toBe(200);
    const other = await district.as('jzj-clerk1');
    expect((await other.send('GET', at)).status).toBe(404);
    const [clocks]: { count: number }[] = await district.sql.query(
      'SELECT count(*)::int AS count FROM deadlines',
    );
    expect(clocks?.count).toBe(0);

    const kase = await clerk.do<Case>(`${at}/register`, { receivedMaterials: [0] });
    expect(kase).toMatchObject({ channel: 'PREREGISTRATION', applicantName: '周*' });
    const materials = await clerk.get<Dto<'CaseMaterialsDto'>>(
      `/api/v1/cases/${kase.id}/materials`,
    );
    expect(materials.items.slice(0, 3).map(({ received }) => received)).toEqual([
      true,
      true,
      false,
    ]);
    const kept = materials.items[1]?.files[0];
    const read = await clerk.send('GET', `/api/v1/cases/${kase.id}/files/${kept?.id}`);
    expect(read.body).toBe(PDF.toString());
    expect(await one(body.id)).toEqual({ state: 'REGISTERED', ...GONE });
    const again = await clerk.post<Problem>(`${at}/register`, { receivedMaterials: [] });
    expect(again.body.code).toBe('preregistration.over');
  });

  it('is deleted with its files after ten working days', async () => {
    const before = await filesKept();
    const { body, key } = await send(citizen(2));
    await upload(key, 0, PDF);
    expect(await filesKept()).toBe(before + 1);
    const expire = () => district.app.get(ExpirePreregistrations).run();
    district.clock.moveTo('2026-03-24T23:59:00+08:00');
    await expire();
    expect(await one(body.id)).toMatchObject({ state: 'SENT', files: 1 });
    district.clock.moveTo('2026-03-25T00:01:00+08:00');
    await expire();
    expect(await one(body.id)).toEqual({ state: 'EXPIRED', ...GONE });
    expect(await filesKept()).toBe(before);
    expect((await upload(key, 0, PDF)).body.code).toBe('preregistration.over');
  });

  it('takes files by their content, from who knows the key, for a line of the list', async () => {
    const { key } = await send(citizen(3));
    const codes = async (...args: Parameters<typeof upload>) => (await upload(...args)).body.code;
    const before = await filesKept();
    expect(await codes(key, 0, Buffer.from('<script>'), 'a.pdf')).toBe('intake.file_type_refused');
    expect(await codes(key, 99, PDF)).toBe('intake.material_unknown');
    expect(await codes(randomUUID(), 0, PDF)).toBe('preregistration.unknown');
    expect(await codes('nonsense', 0, PDF)).toBe('preregistration.unknown');
    expect(await filesKept()).toBe(before);
  });

  it('has its limits: three open of one person, thirty a day from one address', async () => {
    const applicant = citizen(4);
    for (let n = 0; n < 3; n++) expect((await send(applicant)).status).toBe(201);
    expect((await send(applicant)).body.code).toBe('preregistration.too_many_open');
    const answers = [];
    for (let n = 0; n < 30; n++) answers.push((await send(citizen(100 + n))).body.code);
    expect(answers.filter((code) => code === 'preregistration.too_many').length).toBeGreaterThan(0);
    const [{ count }]: [{ count: number }] = await district.sql.query(
      'SELECT count(*)::int AS count FROM preregistrations WHERE sender_index IS NOT NULL',
    );
    expect(count).toBe(30);
    district.clock.moveTo('2026-03-11T09:31:00+08:00');
    expect((await send(citizen(200))).status).toBe(201);
  });

  it('keeps nobody in clear', async () => {
    const applicant = { ...citizen(300), address: '郑州市二七区大学路街道祥和社区9号' };
    district.clock.moveTo('2026-03-12T10:00:00+08:00');
    await send(applicant);
    const [{ text }]: [{ text: string }] = await district.sql.query(
      `SELECT (SELECT string_agg(p::text, '') FROM preregistrations p)
         || (SELECT string_agg(changes::text, '') FROM audit_entries) AS text`,
    );
    for (const secret of [applicant.identityNumber, applicant.telephone, '祥和社区9号'])
      expect(text).not.toContain(secret);
  });
});
