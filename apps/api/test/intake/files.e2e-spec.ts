import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { openDistrict, type District } from '../support/district.js';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXECUTABLE = Buffer.concat([
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
  Buffer.alloc(200),
]);

describe('files handed in', () => {
  let district: District;
  let clerk: Client;
  let kase: Case;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    kase = await registered(clerk, 'EQ-T-05-001');
  });
  afterAll(() => district.close());

  const target = (position: number | string = 1) =>
    `/api/v1/cases/${kase.id}/materials/${position}/files`;
  const stored = async (): Promise<string[]> => {
    const folder = path.join(district.settings.dataFolder, 'files');
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  it('keeps a file with its hash and type, under a random name, and gives it back as an attachment', async () => {
    const answer = await clerk.upload(target(), '身份证.pdf', PDF);
    expect(answer.status).toBe(200);
    const { items, mayReceive } = answer.body as Dto<'CaseMaterialsDto'>;
    expect(mayReceive).toBe(true);
    const file = items[1]?.files[0];
    expect(file).toMatchObject({
      name: '身份证.pdf',
      mediaType: 'application/pdf',
      bytes: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
    const back = await clerk.send<string>('GET', `/api/v1/cases/${kase.id}/files/${file?.id}`);
    expect(back.body).toBe(PDF.toString());
    expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await stored()).every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
  });

  it('the type is what the content shows, whatever the name says', async () => {
    const answer = await clerk.upload(target(2), 'scan.pdf', PNG);
    expect((answer.body as Dto<'CaseMaterialsDto'>).items[2]?.files[0]?.mediaType).toBe(
      'image/png',
    );
  });

  it('the same file twice is kept once', async () => {
    const before = await stored();
    const answer = await clerk.upload(target(), '再传一次.pdf', PDF);
    expect((answer.body as Dto<'CaseMaterialsDto'>).items[1]?.files).toHaveLength(1);
    expect(await stored()).toEqual(before);
  });

  it.each<[string, string, Buffer, number, string]>([
    ['an executable renamed to .pdf', '材料.pdf', EXECUTABLE, 400, 'intake.file_type_refused'],
    ['a script', 'a.png', Buffer.from('<svg onload="alert(1)"/>'), 400, 'intake.file_type_refused'],
    ['an empty file', 'leer.pdf', Buffer.alloc(0), 400, 'intake.file_empty'],
    [
      '30 MB',
      'gross.pdf',
      Buffer.concat([PDF, Buffer.alloc(30 * 1024 * 1024)]),
      413,
      'intake.file_too_large',
    ],
  ])('%s is refused and nothing stays behind', async (_, name, content, status, code) => {
    const before = await stored();
    const answer = await clerk.upload(target(), name, content);
    const problem = answer.body as Problem;
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(problem.title).toMatch(/。$/u);
    expect(await stored()).toEqual(before);
  });

  it('a name with a path in it stays a name', async () => {
    const answer = await clerk.upload(
      target(3),
      '../../etc/passwd',
      Buffer.concat([PDF, Buffer.from('x')]),
    );
    expect((answer.body as Dto<'CaseMaterialsDto'>).items[3]?.files[0]?.name).toBe('passwd');
  });

  it('no such line, no file, not our case, a case that was accepted', async () => {
    const unknown = await clerk.upload(target(77), 'a.pdf', PDF);
    expect([unknown.status, (unknown.body as Problem).code]).toEqual([
      404,
      'intake.material_unknown',
    ]);
    const none = await clerk.post<Problem>(target(), {});
    expect([none.status, none.body.code]).toEqual([400, 'intake.file_missing']);
    const foreign = await (await district.as('jzj-clerk1')).upload(target(), 'a.pdf', PDF);
    expect(foreign.status).toBe(404);
    const accepted = await clerk.perform(
      await clerk.get<Case>(`/api/v1/cases/${kase.id}`),
      'accept',
    );
    const closed = await clerk.get<Dto<'CaseMaterialsDto'>>(`/api/v1/cases/${kase.id}/materials`);
    expect(closed.mayReceive).toBe(false);
    const late = await clerk.upload(`/api/v1/cases/${accepted.id}/materials/1/files`, 'a.pdf', PNG);
    expect([late.status, (late.body as Problem).code]).toEqual([409, 'intake.materials_closed']);
  });
});
