import { describe, expect, it } from '@jest/globals';
import { markErrors, readItemBook, writeItemBook } from '../../src/documents/index.js';
import { linkTo, NO_LISTS, row, workbook, workbookParts, zipOf } from './hand-made.js';

const MEGABYTE = 1024 * 1024;
const HEAD = row('事项编码', '行使层级');
const plain = (sheet: string) => ({ 事项: HEAD + sheet, ...NO_LISTS });
const parts = workbookParts(plain(''));
const refused = (code: string) => expect.objectContaining({ code });

/** A hostile file must not hold the process up either. */
const PATIENCE_MS = 5_000;

function refusalOf(file: Buffer): string {
  const started = Date.now();
  try {
    readItemBook(file);
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    expect(Date.now() - started).toBeLessThan(PATIENCE_MS);
  }
}

describe('a file that is no workbook', () => {
  it.each([
    ['empty', Buffer.alloc(0), 'document.not_a_workbook'],
    ['a text', Buffer.from('事项编码,事项名称\n'), 'document.not_a_workbook'],
    ['a zip of something else', zipOf([{ name: 'a.txt', data: 'a' }]), 'document.not_a_workbook'],
    [
      'an old or locked one',
      Buffer.from('d0cf11e0a1b11ae1'.repeat(99), 'hex'),
      'document.old_or_locked',
    ],
    ['encrypted parts', zipOf([{ name: 'x', data: 'y', flags: 1 }]), 'document.old_or_locked'],
    ['cut off', workbook(plain('')).subarray(0, 900), 'document.not_a_workbook'],
    [
      'followed by something',
      Buffer.concat([workbook(plain('')), Buffer.from('x')]),
      'document.not_a_workbook',
    ],
    [
      'preceded by something',
      Buffer.concat([Buffer.from('x'), workbook(plain(''))]),
      'document.damaged',
    ],
    ['two parts of one name', zipOf([...parts, parts[0]!]), 'document.damaged'],
    ['without the items', workbook(NO_LISTS), 'document.not_a_workbook'],
    ['11 MB', Buffer.alloc(11 * MEGABYTE), 'document.too_large'],
  ])('is refused: %s', (_, file, code) => {
    expect(refusalOf(file)).toBe(code);
  });

  it('is refused wherever a workbook is broken off or bent', () => {
    const sound = workbook(plain(row('A1', '镇（街道）级')));
    for (let at = 0; at < sound.length; at += 7) {
      const bent = Buffer.from(sound);
      bent[at] = (bent[at] ?? 0) ^ 0x55;
      expect(refusalOf(bent)).toMatch(/^(taken|document\.)/);
    }
  });
});

describe('a bomb', () => {
  const bomb = (size: number) => Buffer.alloc(size, ' ');
  const withPart = (data: Buffer, declared?: number) =>
    zipOf([...parts, { name: 'xl/theme.xml', data, declared }]);

  it('is refused by its directory: one part that inflates a thousandfold', () => {
    expect(refusalOf(withPart(bomb(5 * MEGABYTE)))).toBe('document.inflates_too_far');
  });

  it('is refused by its directory: many small parts, 64 MB together', () => {
    const many = Array.from({ length: 65 }, (_, i) => ({
      name: `xl/${i}.xml`,
      data: bomb(MEGABYTE),
    }));
    expect(refusalOf(zipOf([...parts, ...many]))).toBe('document.inflates_too_far');
  });

  it('is refused by its directory: 600 parts', () => {
    const many = Array.from({ length: 600 }, (_, i) => ({ name: `xl/${i}.xml`, data: '' }));
    expect(refusalOf(zipOf([...parts, ...many]))).toBe('document.inflates_too_far');
  });

  it('is stopped while it inflates, when its directory lies', () => {
    const lying = workbookParts(plain('')).map((part) =>
      part.name.endsWith('/s0.xml') ? { ...part, data: bomb(60 * MEGABYTE), declared: 500 } : part,
    );
    expect(refusalOf(zipOf(lying))).toBe('document.inflates_too_far');
  });

  it('is refused as XML: entities that multiply', () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    const laughing = parts.map((part) =>
      part.name.endsWith('/s0.xml') ? { ...part, data: `${lol}<worksheet>&b;</worksheet>` } : part,
    );
    expect(refusalOf(zipOf(laughing))).toBe('document.damaged');
  });
});

describe('a workbook that does something', () => {
  const types = (type: string) => [
    { name: '[Content_Types].xml', data: `<Types>${type}</Types>` },
    ...parts.slice(1),
  ];
  it.each([
    ['macros', [...parts, { name: 'xl/vbaProject.bin', data: 'x' }], 'document.has_macros'],
    [
      'the type of .xlsm',
      types('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      'document.has_macros',
    ],
    [
      'old macro sheets',
      [...parts, { name: 'xl/macrosheets/s.xml', data: '' }],
      'document.has_macros',
    ],
    ['controls', [...parts, { name: 'xl/activeX/activeX1.bin', data: '' }], 'document.has_macros'],
    [
      'embedded objects',
      [...parts, { name: 'xl/embeddings/o.bin', data: '' }],
      'document.has_macros',
    ],
    [
      'external links',
      [...parts, { name: 'xl/externalLinks/externalLink1.xml', data: '' }],
      'document.has_external_links',
    ],
    [
      'data connections',
      [...parts, { name: 'xl/connections.xml', data: '' }],
      'document.has_external_links',
    ],
    [
      'an outside template',
      [...parts, { name: 'xl/_rels/t.rels', data: linkTo('attachedTemplate', 'http://x') }],
      'document.has_external_links',
    ],
  ])('is refused: %s', (_, made, code) => {
    expect(refusalOf(zipOf(made))).toBe(code);
  });

  it('is taken with a hyperlink in a cell', () => {
    const linked = {
      name: 'xl/worksheets/_rels/s0.xml.rels',
      data: linkTo('hyperlink', 'http://['),
    };
    expect(refusalOf(zipOf([...parts, linked]))).toBe('taken');
  });

  it('has every formula refused with its address, and none reckoned', () => {
    const cells = `<row r="2"><c r="A2"><f>HYPERLINK("http://x")</f><v>1</v></c><c r="B2" t="str"><f t="shared" si="0"/><v>镇（街道）级</v></c></row>`;
    const { items, problems } = readItemBook(workbook(plain(cells)));
    expect(items).toEqual([]);
    expect(problems).toEqual([
      {
        sheet: '事项',
        row: 2,
        column: 'A',
        code: 'cell.formula',
        title: '不接受公式，请把公式的结果粘贴为文本。',
      },
      {
        sheet: '事项',
        row: 2,
        column: 'B',
        code: 'cell.formula',
        title: '不接受公式，请把公式的结果粘贴为文本。',
      },
    ]);
  });

  it('comes back marked with its formulas as plain text', async () => {
    const file = workbook(plain('<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>'));
    const marked = await markErrors(file, readItemBook(file).problems);
    expect(readItemBook(marked).problems.map(({ code }) => code)).not.toContain('cell.formula');
  });
});

describe('a workbook that is too much', () => {
  it('of 100,000 rows is refused', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => row(`A${i}`, '镇（街道）级')).join('');
    expect(refusalOf(workbook(plain(rows)))).toMatch(/too_many_rows|inflates_too_far/);
  });

  it('of 100,000 rows whose texts differ is refused by their number', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => row(`${Math.sin(i)}`)).join('');
    expect(refusalOf(workbook(plain(rows)))).toBe('document.too_many_rows');
  });

  it('of a million preformatted empty rows is taken', () => {
    const rows = '<row><c s="1"/></row>'.repeat(40_000);
    expect(refusalOf(workbook(plain(rows)))).toBe('taken');
  });

  it('with one long text shared by every cell is refused', () => {
    const cell = '<c t="s"><v>0</v></c>';
    const file = workbook(
      plain(`<row>${cell.repeat(9_000)}</row>`),
      `<si><t>${'长'.repeat(30_000)}</t></si>`,
    );
    expect(refusalOf(file)).toBe('document.too_many_rows');
  });

  it('that declares validations, merges and names over all cells is read as its few cells', () => {
    const all = 'A1:XFD1048576';
    const made = parts.map((part) =>
      part.name.endsWith('/s0.xml')
        ? {
            ...part,
            data: `<worksheet><sheetData>${HEAD}</sheetData><mergeCells><mergeCell ref="${all}"/></mergeCells><dataValidations><dataValidation type="list" sqref="${all}"><formula1>1</formula1></dataValidation></dataValidations></worksheet>`,
          }
        : part,
    );
    expect(refusalOf(zipOf(made))).toBe('taken');
  });

  it.each([
    ['a row beyond the last', '<row r="99999999"/>'],
    ['a row that is no number', '<row r="x"/>'],
    ['a column beyond the last', '<row><c r="ZZZ1"/></row>'],
    ['a shared text that is not there', '<row><c t="s"><v>9</v></c></row>'],
    ['an unknown entity', row('&nbsp;')],
    ['an entity spelt like a part of an object', row('&__proto__;&constructor;')],
    ['a tag that breaks off', '<row r="1'],
  ])('is refused for %s', (_, sheet) => {
    expect(refusalOf(workbook(plain(sheet)))).toBe('document.damaged');
  });

  it('is refused quickly for attributes without end', () => {
    expect(refusalOf(workbook(plain(`<row ${'a'.repeat(900_000)}>`)))).toBe('taken');
    expect(refusalOf(workbook(plain(`<row ${'a="" '.repeat(180_000)}>`)))).toBe('taken');
  });

  it('does not let sheets share a part', () => {
    const made = parts.map((part) =>
      part.name.endsWith('workbook.xml.rels')
        ? { ...part, data: String(part.data).replaceAll(/worksheets\/s\d/g, 'worksheets/s0') }
        : part,
    );
    expect(refusalOf(zipOf(made))).toBe('document.damaged');
  });
});

describe('headers', () => {
  it('spelt like parts of an object are unknown columns and nothing more', () => {
    const head = row('事项编码', '行使层级', '__proto__', 'constructor', 'toString');
    const file = workbook({
      事项: head + row('A1', '镇（街道）级', 'x', 'y', 'z'),
      ...NO_LISTS,
      __proto__x: row('x'),
    });
    const { items, problems } = readItemBook(file);
    expect(items).toHaveLength(1);
    expect(Object.getPrototypeOf(items[0])).toBe(Object.prototype);
    expect(problems.map(({ code }) => code)).toEqual([
      'column.unknown',
      'column.unknown',
      'column.unknown',
      'sheet.unknown',
    ]);
  });

  it('a cell of a type spelt like a part of an object is a number, and no text', () => {
    const file = workbook(
      plain('<row><c t="constructor"><v>A1</v></c><c t="__proto__"><v>1</v></c></row>'),
    );
    expect(readItemBook(file).problems.map(({ code }) => code)).toEqual([
      'cell.not_text',
      'cell.not_text',
    ]);
  });

  it('an item coded __proto__ is an item like any other', async () => {
    const file = workbook({
      事项: HEAD + row('__proto__', '镇（街道）级'),
      ...NO_LISTS,
      受理条件: row('事项编码', '受理条件') + row('__proto__', '条件'),
    });
    const { items, problems } = readItemBook(file);
    expect(problems).toEqual([]);
    expect(items.map(({ code, conditions }) => [code, conditions])).toEqual([
      ['__proto__', ['条件']],
    ]);
    expect(readItemBook(await writeItemBook(items)).items).toStrictEqual(items);
  });

  it('refuses to write two items of one code', async () => {
    const { items } = readItemBook(workbook(plain(row('A1', '镇（街道）级'))));
    await expect(writeItemBook([...items, ...items])).rejects.toThrow(
      refused('document.cannot_be_written'),
    );
  });
});
