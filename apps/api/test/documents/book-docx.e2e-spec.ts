import { describe, expect, it } from '@jest/globals';
import { contentHashOf, writeBookDocx } from '../../src/documents/index.js';
import { openPackage, type OpenPackage } from '../../src/documents/workbook/open-package.js';
import { xmlTokens } from '../../src/documents/workbook/xml-tokens.js';
import { awkward, barest, sixtyThree } from './items.js';

const header = {
  district: '郑州市二七区',
  level: 'STREET' as const,
  edition: '2026-1',
  date: '2026-01-01',
  issuer: '二七区政务服务改革管理办公室',
};
const items = sixtyThree().filter(({ level }) => level === 'STREET');

function partOf(opened: OpenPackage, name: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(opened.read(name) ?? Buffer.alloc(0));
}

/** Every tag that opens closes, in order, and the text holds nothing that XML forbids. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open' && !token.closed) open.push(token.name);
    if (token.kind === 'close') expect(open.pop()).toBe(token.name);
  }
  expect(open).toEqual([]);
  expect(xml).not.toMatch(/[^\P{Cc}\t\r\n]|\p{Cs}|[\uFFFE\uFFFF]/u);
}

function textOf(xml: string): string {
  return [...xmlTokens(xml)].map((token) => (token.kind === 'text' ? token.text : '')).join('');
}

describe('the book as DOCX', () => {
  it('R32: opens again, with every item, field by field, under headings of their level', async () => {
    const opened = openPackage(await writeBookDocx(items, header));
    for (const name of opened.names.filter((its) => /\.(xml|rels)$/.test(its))) {
      expectWellFormed(partOf(opened, name));
    }
    const xml = partOf(opened, 'word/document.xml');
    const text = textOf(xml);
    for (const { name, code, conditions, materials, steps } of items) {
      for (const told of [name, code, ...conditions]) expect(text).toContain(told.trim());
      for (const told of [...materials, ...steps]) expect(text).toContain(told.name.trim());
    }
    expect(xml.match(/w:pStyle w:val="Heading2"/g)).toHaveLength(items.length);
    expect(text).toContain(contentHashOf(items).slice(0, 8));
  });

  it('has a table of contents, Chinese typefaces, page numbers in the foot and repeated heads', async () => {
    const opened = openPackage(await writeBookDocx(items, header));
    const xml = partOf(opened, 'word/document.xml');
    expect(xml).toContain('TOC \\h \\o &quot;1-2&quot;');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:cantSplit/>');
    const styles = partOf(opened, 'word/styles.xml');
    expect(styles).toContain('w:eastAsia="宋体"');
    expect(styles).toContain('w:eastAsia="黑体"');
    const foot = partOf(opened, 'word/footer1.xml');
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
    expect(partOf(opened, 'word/header1.xml')).toContain('第2026-1版');
    expect(partOf(opened, 'word/settings.xml')).toContain('updateFields');
  });

  it('stays well-formed whatever the texts are', async () => {
    const odd = [awkward(), barest()].map((item) => ({ ...item, level: 'STREET' as const }));
    const opened = openPackage(await writeBookDocx(odd, header));
    expectWellFormed(partOf(opened, 'word/document.xml'));
  });
});
