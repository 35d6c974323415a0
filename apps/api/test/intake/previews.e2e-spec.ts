import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { registered, type Case } from '../support/cases.js';
import type { Client, Dto, Problem } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

describe('files looked at in the page', () => {
  let district: District;
  let clerk: Client;
  let kase: Case;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    kase = await registered(clerk, 'EQ-T-05-001');
  });
  afterAll(() => district.close());

  const attached = async (content: Buffer, position: number): Promise<string> => {
    const target = `/api/v1/cases/${kase.id}/materials/${position}/files`;
    const { status, body } = await clerk.upload(target, 'scan.png', content);
    expect(status).toBe(200);
    return (body as Dto<'CaseMaterialsDto'>).items[position]?.files.at(-1)?.id ?? '';
  };
  const preview = (id: string, who = clerk): Promise<Response> =>
    fetch(`${district.url}/api/v1/cases/${kase.id}/files/${id}/preview`, {
      headers: { authorization: `Bearer ${who.token}` },
    });

  it('a photograph of a page comes upright, smaller, and without what the camera wrote into it', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
    const photograph = await sharp({
      create: { width: 4000, height: 3000, channels: 3, background: '#fff', noise },
    })
      .withExif({ IFD0: { Artist: 'secret-camera' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 90 })
      .toBuffer();
    const answer = await preview(await attached(photograph, 0));
    expect(answer.headers.get('content-type')).toBe('image/webp');
    const content = Buffer.from(await answer.arrayBuffer());
    const { width, height, exif } = await sharp(content).metadata();
    expect([width, height, exif]).toEqual([1200, 1600, undefined]);
    expect(content.length).toBeLessThan(photograph.length / 2);
  });

  it('a PDF comes as it is, for a frame of our own pages, in which no script runs', async () => {
    const answer = await preview(await attached(PDF, 1));
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('inline');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('script-src');
  });

  it('a picture that only begins like one, or unpacks to more than anybody looks at, is not drawn', async () => {
    const huge = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    const whole = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    for (const content of [huge, whole.subarray(0, 45)]) {
      const answer = await preview(await attached(content, 2));
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([
        ...[409, 'intake.file_without_preview'],
      ]);
    }
  });

  it('the scope of the case hides it; a look costs a fixed number of statements', async () => {
    const id = await attached(Buffer.concat([PDF, Buffer.from(' ')]), 3);
    expect((await preview(id, await district.as('jzj-clerk1'))).status).toBe(404);
    expect(await countQueries(district, () => preview(id))).toHaveLength(7);
  });
});
