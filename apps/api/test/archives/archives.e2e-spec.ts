import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxRelay } from '@yikou/platform';
import JSZip from 'jszip';
import { DestroyPackages, PackArchives, VerifyArchive } from '../../src/archives/index.js';
import { registered, walk, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

type Archive = Dto<'ArchiveDto'>;
type Report = Dto<'ArchiveReportDto'>;
type Destruction = Dto<'DestructionDto'>;

const CODE = 'EQ-T-20-001';
const LIST = '/api/v1/archives';
const LISTS = '/api/v1/destructions';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const SIGNATURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const REASON = { reason: '行政复议机关调阅' };
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('R84: a closed case becomes a package that nobody can change unseen', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  const clerk = () => district.as('dxl-clerk1');
  const admin = () => district.as('dxl-admin');
  const work = async () => {
    await district.app.get(OutboxRelay).drain();
    await district.app.get(PackArchives).run();
    await district.app.get(DestroyPackages).run();
  };
  const archived = async (login = 'dxl-clerk1'): Promise<Case> => {
    const who = await district.as(login);
    const kase = await registered(who, CODE);
    await who.upload(`/api/v1/cases/${kase.id}/materials/0/files`, '赵明远.pdf', PDF);
    const issued = await walk(
      district,
      await who.perform(kase, 'accept'),
      ({ issuedAt }) => issuedAt !== null,
    );
    const signed = { method: issued.deliveryMethods[0], receiver: '赵明远', signature: SIGNATURE };
    const version = issued.version;
    const path = `/api/v1/cases/${kase.id}/deliveries/hand-over`;
    return who.perform(await who.do<Case>(path, { version, ...signed }), 'archive');
  };
  const list = async (who: Client, query = '') =>
    (await who.get<Dto<'ArchivePageDto'>>(`${LIST}?limit=100${query}`)).items;
  const of = async (kase: Case) => {
    const [row] = await list(await admin(), `&number=${kase.number}`);
    if (!row) throw new Error('no archive');
    return row;
  };
  const verify = async ({ id }: Archive) => (await admin()).do<Report>(`${LIST}/${id}/verify`, {});
  const download = async (who: Client, { id }: Archive): Promise<Buffer> => {
    const answer = await fetch(`${district.url}${LIST}/${id}/download`, {
      method: 'POST',
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(REASON),
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    return Buffer.from(await answer.arrayBuffer());
  };

  it('numbers have no gap at a centre in a year, and the item says how long it is kept', async () => {
    // Not yet with a package when the retention changes, and numbered by it all the same.
    await archived();
    await (
      await district.as('erqi-supervisor')
    ).do(`${LIST}/retentions`, { itemCode: CODE, retention: 'THIRTY_YEARS' });
    const before = await of(await archived().then(async (kase) => (await work(), kase)));
    const elsewhere = await archived('jzj-clerk1');
    await work();
    await work();
    const numbers = (await list(await admin()))
      .map(({ catalogueNumber, keptUntil, state }) => [catalogueNumber, keptUntil, state])
      .sort();
    const fonds = before.catalogueNumber.split('-2026-')[0];
    expect(numbers).toEqual([
      [`${fonds}-2026-D30-0001`, '2056-12-31', 'READY'],
      [`${fonds}-2026-D30-0002`, '2056-12-31', 'READY'],
    ]);
    const [other] = await list(await district.as('jzj-admin'), `&number=${elsewhere.number}`);
    expect(other?.catalogueNumber).toMatch(/-2026-D30-0001$/);
    await (
      await district.as('erqi-supervisor')
    ).do(`${LIST}/retentions`, { itemCode: CODE, retention: 'TEN_YEARS' });
  });

  it('the package holds index, materials, timeline, deadlines and the proof of the audit', async () => {
    const kase = await archived();
    await work();
    const archive = await of(kase);
    expect(archive).toMatchObject({ state: 'READY', progress: 100, keptUntil: '2036-12-31' });
    const zip = await download(await admin(), archive);
    expect(sha256(zip)).toBe(archive.sha256);
    const opened = await JSZip.loadAsync(zip);
    const read = async (name: string) => (await opened.file(name)?.async('nodebuffer')) as Buffer;
    const json = async <T>(name: string) => JSON.parse(String(await read(name))) as T;
    const manifest = await json<{ files: { path: string; sha256: string }[] }>('manifest.json');
    expect(manifest.files.map((file) => file.path)).toEqual([
      'index.pdf',
      'case.json',
      'timeline.json',
      'deadlines.json',
      'audit.json',
      'materials/01-01.pdf',
      'signatures/01.png',
    ]);
    for (const file of manifest.files) expect(sha256(await read(file.path))).toBe(file.sha256);
    expect(await read('materials/01-01.pdf')).toEqual(PDF);
    expect((await read('signatures/01.png')).toString('base64')).toBe(SIGNATURE);
    const timeline = await json<{ verb: string }[]>('timeline.json');
    expect(timeline.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['register', 'accept', 'decide', 'deliver', 'archive']),
    );
    expect((await json<unknown[]>('deadlines.json')).length).toBeGreaterThan(0);
    expect((await json<{ applicant: { name: string } }>('case.json')).applicant.name).toBe(
      '赵明远',
    );
    // Each entry proves itself by the one before and by its own content.
    const audit = await json<{
      entries: { seq: number; prev_hash: string; content_hash: string; hash: string }[];
      heads: { count: number; head_hash: string }[];
    }>('audit.json');
    expect(audit.entries.length).toBeGreaterThan(4);
    for (const { seq, prev_hash, content_hash, hash } of audit.entries) {
      expect(sha256(Buffer.from(`${prev_hash}|${seq}|${content_hash}`))).toBe(hash);
    }
    expect(audit.heads[0]?.head_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the index is PDF/A-2b: identified, with colours and fonts inside', async () => {
    const kase = await archived();
    await work();
    const zip = await download(await admin(), await of(kase));
    const bytes = await (await JSZip.loadAsync(zip)).file('index.pdf')?.async('nodebuffer');
    const index = bytes?.toString('latin1');
    expect(index).toMatch(/^%PDF-1\.7/);
    for (const mark of [
      '<pdfaid:part>2</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
      '/OutputIntents',
      '/FontFile2',
      '/ID [',
    ]) {
      expect(index).toContain(mark);
    }
    expect(index).not.toMatch(/\/Encrypt|\/JavaScript|\/Launch|\/BaseFont \/(Helvetica|Times)/);
  });

  it('at rest it is sealed; a changed, swapped or missing one is found', async () => {
    const [one, two] = [await archived(), await archived()];
    await work();
    const [first, second] = [await of(one), await of(two)];
    const zip = await download(await admin(), first);
    for (const content of await contents(district)) expect(content.includes(zip)).toBe(false);
    expect(await verify(first)).toEqual({ intact: true, filesChecked: 7, faults: [] });
    const [file, other] = [await fileOf(district, first), await fileOf(district, second)];
    const kept = await readFile(file);
    const changed = Buffer.from(kept);
    changed.writeUInt8(changed.readUInt8(kept.length - 9) ^ 1, kept.length - 9);
    for (const wrong of [changed, await readFile(other)]) {
      await writeFile(file, wrong);
      expect((await verify(first)).faults).toEqual([{ path: '', kind: 'SEAL_BROKEN' }]);
    }
    const found: string[] = [];
    await district.app.get(VerifyArchive).all((id) => void found.push(id));
    expect(found).toEqual([first.id]);
    await writeFile(file, kept);
    await district.sql.query(`UPDATE archives SET sha256 = repeat('0', 64) WHERE id = $1`, [
      first.id,
    ]);
    expect((await verify(first)).faults).toEqual([{ path: '', kind: 'PACKAGE_CHANGED' }]);
    await district.sql.query('UPDATE archives SET sha256 = $2 WHERE id = $1', [
      first.id,
      first.sha256,
    ]);
    expect((await verify(first)).intact).toBe(true);
  });

  it('only the centre’s administrator consults it, for a reason that the audit keeps', async () => {
    const [archive] = await list(await admin(), '&state=READY');
    const path = `${LIST}/${archive?.id}/download`;
    expect((await (await clerk()).post<Problem>(path, REASON)).body.code).toBe(
      'identity.not_allowed',
    );
    expect((await (await district.as('jzj-admin')).post<Problem>(path, REASON)).body.code).toBe(
      'archive.unknown',
    );
    await download(await admin(), archive as Archive);
    const [entry]: { reason: string }[] = await district.sql.query(
      `SELECT reason FROM audit_entries WHERE action = 'archive.download' ORDER BY seq DESC LIMIT 1`,
    );
    expect(entry?.reason).toBe(REASON.reason);
  });

  it('what is over is destroyed when two agree; the files are gone, the record stays', async () => {
    const kase = await archived();
    await work();
    const propose = async () =>
      (await admin()).post<Destruction & Problem>(LISTS, { reason: '保管期限已满' });
    expect((await propose()).body.code).toBe('archive.nothing_expired');
    district.clock.moveTo(new Date('2036-12-31T23:00:00+08:00'));
    expect((await propose()).body.code).toBe('archive.nothing_expired');
    district.clock.moveTo(new Date('2037-01-01T09:00:00+08:00'));
    const ten = await list(await admin(), '&expired=true');
    expect(ten.map(({ retention }) => retention)).toEqual(Array(ten.length).fill('TEN_YEARS'));
    const archive = ten.find(({ caseId }) => caseId === kase.id) as Archive;
    const proposed = (await propose()).body;
    expect(proposed).toMatchObject({ state: 'PROPOSED', archiveCount: ten.length });
    expect((await propose()).body.code).toBe('archive.nothing_expired');
    const decide = async (login: string, verb: string) =>
      (await district.as(login)).post<Destruction & Problem>(`${LISTS}/${proposed.id}/${verb}`, {
        answer: '同意。',
      });
    expect((await decide('dxl-admin', 'approve')).body.code).toBe('identity.not_allowed');
    await work();
    expect((await verify(archive)).intact).toBe(true);
    const before = (await contents(district)).length;
    expect((await decide('erqi-supervisor', 'approve')).body).toMatchObject({ state: 'APPROVED' });
    await work();
    // Each had a package, a material and a signature.
    expect((await contents(district)).length).toBe(before - 3 * ten.length);
    const after = await of(kase);
    expect(after).toMatchObject({ state: 'DESTROYED', sha256: archive.sha256 });
    const path = `${LIST}/${archive.id}/verify`;
    expect((await (await admin()).post<Problem>(path, {})).body.code).toBe('archive.destroyed');
    const lists = await (await admin()).get<Dto<'DestructionPageDto'>>(LISTS);
    expect(lists.items).toMatchObject([
      { state: 'DONE', proposedByName: expect.any(String), decidedByName: expect.any(String) },
    ]);
    expect((await decide('erqi-supervisor', 'refuse')).body.code).toBe(
      'archive.destruction_decided_already',
    );
    const kept = await (
      await admin()
    ).get<Dto<'DestructionEntriesDto'>>(`${LISTS}/${proposed.id}/archives`);
    expect(kept.items.map(({ catalogueNumber }) => catalogueNumber)).toContain(
      archive.catalogueNumber,
    );
  });

  it('the lists and verbs cost a fixed number of statements', async () => {
    district.clock.moveTo(new Date('2037-01-05T09:00:00+08:00'));
    const cost = async (job: () => Promise<unknown>) => (await countQueries(district, job)).length;
    const who = await admin();
    await district.sql.query(`UPDATE archives SET kept_until = '2036-12-31' WHERE state = 'READY'`);
    const [archive] = await list(who, '&state=READY');
    let made: Destruction | undefined;
    const supervisor = await district.as('erqi-supervisor');
    expect({
      list: await cost(() => list(who)),
      verify: await cost(() => verify(archive as Archive)),
      download: await cost(() => download(who, archive as Archive)),
      propose: await cost(async () => void (made = await who.do(LISTS, { reason: '期满' }))),
      lists: await cost(() => who.get(LISTS)),
      refuse: await cost(() => supervisor.do(`${LISTS}/${made?.id}/refuse`, { answer: '再议' })),
    }).toEqual({ list: 6, verify: 6, download: 7, propose: 10, lists: 6, refuse: 9 });
  });
});

const folderOf = ({ settings }: District) => path.join(settings.dataFolder, 'files');

async function paths(district: District): Promise<string[]> {
  const entries = await readdir(folderOf(district), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
}

async function contents(district: District): Promise<Buffer[]> {
  return Promise.all((await paths(district)).map((file) => readFile(file)));
}

/** Where a package lies on the disk. */
async function fileOf(district: District, { id }: Archive): Promise<string> {
  const [row]: { storage_key: string }[] = await district.sql.query(
    'SELECT storage_key FROM archives WHERE id = $1',
    [id],
  );
  const found = (await paths(district)).find((file) => file.endsWith(row?.storage_key ?? '?'));
  if (!found) throw new Error('no file');
  return found;
}
