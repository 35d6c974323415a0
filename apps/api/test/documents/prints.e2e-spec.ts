import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { ItemStandard } from '@yikou/domain';
import pdfmake from 'pdfmake';
import {
  contentHashOf,
  writeBookPdf,
  writeBrochure,
  writeGuide,
  writePoster,
} from '../../src/documents/index.js';
import { FONT_FILES } from '../../src/documents/print/print-pdf.js';
import {
  deliveryOf,
  printable,
  procedureOf,
  warningOf,
} from '../../src/documents/print/item-words.js';
import { awkward, barest, sixtyThree } from './items.js';
import { guideHeader } from './places.js';

const items = sixtyThree();
const bookHeader = {
  district: '郑州市二七区',
  level: 'COMMUNITY' as const,
  edition: '2026-1',
  date: '2026-01-01',
  issuer: '二七区政务服务改革管理办公室',
};

/** As the file itself counts them, not as its writer says. */
function pagesIn(pdf: Buffer): number {
  const [, count] = /\/Type \/Pages[^]*?\/Count (\d+)/.exec(pdf.toString('latin1')) ?? [];
  return Number(count);
}

const textLength = (item: ItemStandard) => JSON.stringify(item).length;
const longest = [...items].sort((a, b) => textLength(b) - textLength(a)).slice(0, 5);
const shortest = [...items].sort((a, b) => textLength(a) - textLength(b)).slice(0, 2);

describe('the fonts', () => {
  interface Face {
    hasGlyphForCodePoint: (point: number) => boolean;
  }
  const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'));
  const fromPdfkit = createRequire(fromPdfmake.resolve('pdfkit'));
  const { create } = fromPdfkit('fontkit') as { create: (file: Buffer) => Face };

  const printed = (): string => {
    const folder = new URL('../../src/documents/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'));
    return printable(JSON.stringify([items, guideHeader, bookHeader]) + sources.join(''));
  };

  it.each(Object.entries(FONT_FILES))('%s has a glyph for every character we print', (_, file) => {
    const face = create(readFileSync(file));
    const missing = [...new Set(printed().replaceAll(/\s/g, ''))].filter(
      (sign) => !face.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });

  it('has the rare characters of names', () => {
    const face = create(readFileSync(FONT_FILES.normal));
    const missing = [...'㙓龘堃喆镕〔〕《》“”—…①㎡'].filter(
      (sign) => !face.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });
});

describe('printing', () => {
  it('reaches neither the network nor any file but its fonts', async () => {
    const definition = (image: string) => ({
      content: [{ image }],
      defaultStyle: { font: 'NotoSansSC' },
    });
    for (const image of ['http://127.0.0.1:1/x.png', '/etc/hostname']) {
      await expect(pdfmake.createPdf(definition(image)).getBuffer()).rejects.toThrow(/denied/);
    }
  });
});

describe('the words of an item', () => {
  it('are its own, also where a code is spelt like a part of an object', () => {
    const [base] = items as [ItemStandard];
    const item = { ...base, deliveryMethods: ['__proto__', 'WINDOW'], confidence: 'constructor' };
    expect(deliveryOf(item)).toBe('__proto__、窗口领取');
    expect(warningOf(item)).toBeNull();
    const procedure = {
      kind: 'toString',
      name: '',
      days: 1,
      unit: 'WORKING_DAY',
      countsInLimit: true,
    };
    expect(procedureOf(procedure as ItemStandard['specialProcedures'][number])).toBe(
      'toString：1个工作日，计入办理时限。',
    );
  });
});

describe('the guide to an item', () => {
  it.each([...longest, ...shortest].map((item) => [item.code, item] as const))(
    '%s fits on one page of A4',
    async (_, item) => {
      const { bytes, pages } = await writeGuide(item, guideHeader);
      expect([pages, pagesIn(bytes)]).toEqual([1, 1]);
      expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    },
  );

  it('takes a second page only where it must', async () => {
    const [item] = items as [ItemStandard];
    const long = { ...item, conditions: Array.from({ length: 60 }, (_, i) => `条件${i}`) };
    const { bytes, pages } = await writeGuide(long, guideHeader);
    expect([pages, pagesIn(bytes)]).toEqual([2, 2]);
  });

  it('is printed of a draft that says nothing, and of texts that nobody should write', async () => {
    for (const item of [barest(), awkward()]) {
      const header = { ...guideHeader, url: null, edition: null, places: [] };
      expect(pagesIn((await writeGuide(item, header)).bytes)).toBeGreaterThan(0);
      expect(pagesIn((await writePoster(item, header)).bytes)).toBeGreaterThan(0);
      expect(pagesIn((await writeBrochure(item, header)).bytes)).toBeGreaterThan(0);
    }
  });

  it('is the same to the byte when it is printed again', async () => {
    const [item] = items as [ItemStandard];
    const first = await writeGuide(item, guideHeader);
    expect((await writeGuide(item, guideHeader)).bytes.equals(first.bytes)).toBe(true);
  });
});

describe('the poster and the brochure', () => {
  it.each([...longest.slice(0, 2), ...shortest].map((item) => [item.code, item] as const))(
    '%s: one page of A3; two of A4 across',
    async (_, item) => {
      const poster = await writePoster(item, guideHeader);
      expect([poster.pages, pagesIn(poster.bytes)]).toEqual([1, 1]);
      expect(poster.bytes.toString('latin1')).toContain('/MediaBox [0 0 841.89 1190.55]');
      const brochure = await writeBrochure(item, guideHeader);
      expect([brochure.pages, pagesIn(brochure.bytes)]).toEqual([2, 2]);
      expect(brochure.bytes.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]');
    },
  );
});

describe('the book', () => {
  const own = items.filter(({ level }) => level === 'COMMUNITY');

  it('R32: has a page at least for each item, cover, imprint and contents', async () => {
    const { bytes, pages } = await writeBookPdf(own, bookHeader);
    expect(pagesIn(bytes)).toBe(pages);
    expect(pages).toBeGreaterThanOrEqual(own.length + 3);
    expect(pages).toBeLessThan(own.length * 2);
    expect((await writeBookPdf(own, bookHeader)).bytes.equals(bytes)).toBe(true);
  });

  it('R32: prints all 63 items at one go, within the time and the memory', async () => {
    const all = items.map((item) => ({ ...item, level: 'COMMUNITY' as const }));
    const before = process.memoryUsage().rss;
    const cpu = process.cpuUsage();
    const { pages } = await writeBookPdf(all, bookHeader);
    const spent = process.cpuUsage(cpu);
    expect((spent.user + spent.system) / 1e6).toBeLessThan(10);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(400);
    expect(pages).toBeGreaterThan(63);
  });

  it('refuses an item of the other level', () => {
    expect(() => writeBookPdf(items, bookHeader)).toThrow(
      expect.objectContaining({ code: 'document.cannot_be_written' }),
    );
  });

  it('its hash follows every character, and neither the order of items nor that of fields', () => {
    const [first, ...rest] = own as [ItemStandard, ...ItemStandard[]];
    const hash = contentHashOf(own);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as ItemStandard;
    expect(contentHashOf([...rest, turned])).toBe(hash);
    expect(contentHashOf([{ ...first, note: `${first.note} ` }, ...rest])).not.toBe(hash);
    expect(contentHashOf([{ ...first, basicCode: '' }, ...rest])).not.toBe(hash);
  });
});
