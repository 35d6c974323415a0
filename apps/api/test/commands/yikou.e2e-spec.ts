import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICANT, registered, type Case } from '../support/cases.js';
import { Client, type Dto } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';
import { Processes } from '../support/processes.js';

const DOOR = new URL('../../dist/src/yikou.js', import.meta.url).pathname;

interface Ran {
  code: number;
  out: string;
  aside: string;
}

describe('yikou, the command line', () => {
  let district: District;
  let kase: Case;

  beforeAll(async () => {
    district = await openDistrict();
    kase = await registered(await district.as('dxl-clerk1'), 'EQ-T-05-001');
  });
  afterAll(() => district.close());

  const environment = () => ({
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: district.settings.databaseUrl,
    MIGRATOR_DATABASE_URL: district.settings.migratorUrl ?? '',
    YIKOU_DATA: district.settings.dataFolder,
  });

  const yikou = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      execFile(process.execPath, [DOOR, ...args], { env: environment() }, (error, out, aside) =>
        resolve({ code: error ? Number(error.code) : 0, out, aside }),
      );
    });

  it('says how it is used when it is not understood', async () => {
    const { code, aside } = await yikou('audit', 'forget');
    expect([code, aside]).toEqual([1, expect.stringContaining('yikou <命令>')]);
  });

  it('audit anchor, verify, export', async () => {
    expect((await yikou('audit', 'anchor')).code).toBe(0);
    const sound = await yikou('audit', 'verify');
    expect([sound.code, sound.out]).toEqual([0, expect.stringContaining('完好')]);
    const span = ['--from', '2026-03-01T00:00:00Z', '--until', '2026-04-01T00:00:00Z'];
    const lines = (await yikou('audit', 'export', ...span)).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
      expect.objectContaining({ action: 'case.register', subject_id: kase.id }),
    );
    const chain = kase.takingUnit.id;
    const cut =
      'DELETE FROM audit_entries WHERE chain = $1 AND seq = (SELECT count FROM audit_chains WHERE chain = $1)';
    await district.sql.query(cut, [chain]);
    await district.sql.query(
      `UPDATE audit_chains SET count = count - 1, head_hash = coalesce((SELECT hash FROM audit_entries
         WHERE chain = $1 ORDER BY seq DESC LIMIT 1), repeat('0', 64)) WHERE chain = $1`,
      [chain],
    );
    const broken = await yikou('audit', 'verify');
    expect([broken.code, broken.out]).toEqual([2, expect.stringContaining(`${chain}#`)]);
  });

  it('keys: a new one, everything sealed anew, and who starts now reads it', async () => {
    expect((await yikou('keys', 'add')).out).toContain('k2');
    const rotated = await yikou('keys', 'rotate');
    expect([rotated.code, rotated.out]).toEqual([
      0,
      expect.stringContaining('applicants：完成，重新加密 1 行'),
    ]);
    expect(rotated.aside).toContain('已检查 1 行');
    const [row]: { name: string }[] = await district.sql.query('SELECT name FROM applicants');
    expect(row?.name).toMatch(/^a1\.k2\./);
    expect((await yikou('keys', 'rotate')).out).toContain('重新加密 0 行');
    const restarted = await Processes.start(district.settings);
    try {
      const clerk = await Client.signIn(restarted.url, 'dxl-clerk1', 'yikou-demo');
      const path = `/api/v1/cases/${kase.id}/applicant/unmask`;
      const clear = await clerk.do<Dto<'ClearApplicantDto'>>(path, { reason: '核对联系电话' });
      expect(clear).toEqual({ ...APPLICANT, agent: null });
    } finally {
      await restarted.stop();
    }
  });

  it('account first: once, and with a password for one time', async () => {
    const first = [
      'account',
      'first',
      '--login',
      'first-security',
      '--name',
      '首任',
      '--unit',
      'EQ-GB',
    ];
    const [{ code: unit }]: [{ code: string }] = await district.sql.query(
      "SELECT code FROM units WHERE kind = 'SUPERVISOR' LIMIT 1",
    );
    const made = await yikou(...first.slice(0, -1), unit);
    expect([made.code, made.aside]).toEqual([0, '']);
    // The command line knows no clock but the machine's.
    district.clock.moveTo(new Date());
    const password = /一次性密码：(\S+?)。/.exec(made.out)?.[1] ?? '';
    const client = await Client.signIn(district.url, 'first-security', password);
    expect(client.account.roles).toEqual(['SECURITY_ADMINISTRATOR']);
    expect((await client.send('GET', '/api/v1/accounts')).status).toBe(403);
    expect((await yikou(...first.slice(0, -1), unit)).code).toBe(1);
  });
});
