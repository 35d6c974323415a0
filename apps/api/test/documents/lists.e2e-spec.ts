import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  readItemCsv,
  readItemJson,
  writeItemCsv,
  writeItemJson,
} from '../../src/documents/index.js';
import type { ItemStandard } from '@yikou/domain';
import { awkward, barest, sixtyThree } from './items.js';

describe('a CSV list of items', () => {
  it('gives back all 63 items, and the awkward ones, to the letter', () => {
    // UTF-8 has no half of a surrogate pair.
    const holdable = JSON.stringify([awkward(), barest()]).replaceAll('\\ud800', '');
    const items = [...sixtyThree(), ...(JSON.parse(holdable) as ItemStandard[])];
    const { items: read, problems } = readItemCsv(writeItemCsv(items));
    expect(problems).toEqual([]);
    expect(read).toStrictEqual(items);
  });

  it('begins with a byte order mark, so that Excel and WPS read Chinese', () => {
    expect(writeItemCsv([]).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('has no field that a spreadsheet takes for a formula', () => {
    const [base] = sixtyThree();
    const attacks = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '＝1', "'=1"];
    const items = attacks.map((name, i) => ({ ...base!, code: `X${i}`, name, note: name }));
    const text = writeItemCsv(items).toString('utf8');
    expect(text).not.toMatch(/(^|[,\n])\s*"?\s*[=+\-@＝＋－＠]/u);
    expect(readItemCsv(Buffer.from(text)).items.map(({ note }) => note)).toEqual(attacks);
  });

  it('is read in GB18030 as Chinese Excel saves it, with a comma too many at the end', () => {
    const head = Buffer.from('code,name,level,', 'ascii');
    // 事项一,镇（街道）级
    const gbk = Buffer.from('cac2cfeed2bb2cd5f2a3a8bdd6b5c0a3a9bcb6', 'hex');
    const file = Buffer.concat([head, Buffer.from('\r\nA1,', 'ascii'), gbk, Buffer.from(',')]);
    const { items, problems } = readItemCsv(file);
    expect(problems).toEqual([]);
    expect(items.map(({ code, name, level }) => [code, name, level])).toEqual([
      ['A1', '事项一', 'STREET'],
    ]);
  });

  it('names the line and the part of a list in one cell', () => {
    const file = Buffer.from(
      'code,level,materials\nA1,STREET,"身份证｜原件｜1｜是\n户口簿｜原件｜两份｜是"\n',
    );
    expect(readItemCsv(file)).toEqual({
      items: [],
      problems: [
        {
          sheet: '事项清单',
          row: 2,
          column: 'C',
          code: 'cell.not_a_number',
          title: '第2行“份数”：请填0至999的整数。',
        },
      ],
    });
  });

  it.each([
    ['quotes that do not close', Buffer.from('code\n"A'), 'document.damaged'],
    ['neither UTF-8 nor GB18030', Buffer.from([0x41, 0xff, 0xff, 0x0a]), 'document.not_text'],
    ['100,000 rows', Buffer.from(`code\n${'x\n'.repeat(100_000)}`), 'document.too_many_rows'],
    ['11 MB', Buffer.alloc(11 * 1024 * 1024, 'x'), 'document.too_large'],
  ])('is refused as a whole: %s', (_, file, code) => {
    expect(() => readItemCsv(file)).toThrow(expect.objectContaining({ code }));
  });

  it('takes headers spelt like parts of an object for what they are', () => {
    const { items, problems } = readItemCsv(
      Buffer.from('code,level,__proto__,constructor\nA1,STREET,x,y\n'),
    );
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['C', 'column.unknown'],
      ['D', 'column.unknown'],
    ]);
    expect(items[0]).not.toHaveProperty('x');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a JSON list of items', () => {
  it('gives back all 63 items, and the awkward ones, to the letter', () => {
    const items = [...sixtyThree(), awkward(), barest()];
    const { items: read, problems } = readItemJson(writeItemJson(items));
    expect(problems).toEqual([]);
    expect(read).toStrictEqual(items);
  });

  it('takes the data file as it is', () => {
    const file = readFileSync(new URL('../../data/service-items.json', import.meta.url));
    const { items, problems } = readItemJson(file);
    expect(problems).toEqual([]);
    expect(items).toStrictEqual(sixtyThree());
  });

  it('names every wrong field by its path, and drops its item only', () => {
    const [first, second] = sixtyThree();
    const wrong = {
      ...first!,
      level: 'PROVINCE',
      onSiteVisits: '1',
      materials: [{ ...first!.materials[0], copies: -1 }],
      extra: 1,
    };
    const { items, problems } = readItemJson(Buffer.from(JSON.stringify([wrong, second, second])));
    expect(items.map(({ code }) => code)).toEqual([second!.code]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'extra', 'cell.malformed'],
      [1, 'level', 'cell.malformed'],
      [1, 'onSiteVisits', 'cell.malformed'],
      [1, 'materials.0.copies', 'cell.malformed'],
      [3, 'code', 'cell.duplicate'],
    ]);
  });

  it('cannot reach the prototype of objects', () => {
    const [first] = sixtyThree();
    const text = JSON.stringify([first]).replace('{', '{"__proto__":{"polluted":true},');
    const { items, problems } = readItemJson(Buffer.from(text));
    expect(items).toEqual([]);
    expect(problems.map(({ column }) => column)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(['', 'null', '{"items":{}}', '[', '"x"', '\u00ff'])('refuses %j as a whole', (text) => {
    const code = 'document.not_json';
    expect(() => readItemJson(Buffer.from(text, 'latin1'))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
