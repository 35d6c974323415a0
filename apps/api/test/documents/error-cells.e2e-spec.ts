import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { markErrors, readItemBook, writeItemBook } from '../../src/documents/index.js';
import { NO_LISTS, row, workbook } from './hand-made.js';
import { sixtyThree } from './items.js';

/** As a person does it: opened in another program, changed, and saved again. */
async function changed(file: Buffer, change: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const cellAt = (book: ExcelJS.Workbook, sheet: string, row: number, header: string) => {
  const found = book.getWorksheet(sheet)!;
  const headers = found.getRow(1).values as string[];
  return found.getRow(row).getCell(headers.indexOf(header));
};

describe('a book that came back from a street', () => {
  it('is the same after another program has saved it', async () => {
    const items = sixtyThree();
    const saved = await changed(await writeItemBook(items), () => {});
    expect(readItemBook(saved)).toStrictEqual({ items, problems: [] });
  });

  it('is the same without the hidden row, with columns in another order and sheets in another', () => {
    const file = workbook({
      设定依据: '',
      申请材料:
        row('份数', '材料名称', '事项编码', '是否必备', '材料形式') +
        row('2', '身份证', 'A1', '是', '原件'),
      办理环节: '',
      特别程序: '',
      受理条件: row('受理条件', '事项编码', '序号') + row('乙', 'A1', '2') + row('甲', 'A1', '1'),
      事项: row('行使层级', '', '事项编码') + row('COMMUNITY', '', 'A1'),
    });
    const { items, problems } = readItemBook(file);
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({
      code: 'A1',
      level: 'COMMUNITY',
      class: 'GOVERNMENT',
      fee: null,
      conditions: ['甲', '乙'],
      materials: [{ name: '身份证', form: 'ORIGINAL', copies: 2, required: true, reusable: false }],
    });
  });

  it('reads rich text, readings of Asian characters, prefixes and numbers as other programs write them', () => {
    const shared =
      '<x:si><x:r><x:t>A</x:t></x:r><x:r><x:t xml:space="preserve">1</x:t></x:r><x:rPh sb="0" eb="1"><x:t>读音</x:t></x:rPh></x:si>';
    const head = row('事项编码', '行使层级', '承诺时限', '法定时限', '事项名称', '是否收费');
    const cells =
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><c t="str"><v>STREET</v></c><c><v>7.0</v></c><c t="n"><v>2E1</v></c><c t="inlineStr"><is><t>甲<![CDATA[<乙>]]>_x000D_\r\n丙</t></is></c><c t="b"><v>1</v></c></x:row>';
    const { items, problems } = readItemBook(workbook({ 事项: head + cells, ...NO_LISTS }, shared));
    expect(problems).toEqual([]);
    expect(items[0]).toMatchObject({
      code: 'A1',
      level: 'STREET',
      limits: { promised: { amount: 7 }, statutory: { amount: 20 } },
      name: '甲<乙>\r\n丙',
      fee: { charged: true },
    });
  });
});

describe('wrong cells', () => {
  it('are each told with sheet, row, column, code and a sentence', async () => {
    const items = sixtyThree();
    const broken = await changed(await writeItemBook(items), (book) => {
      cellAt(book, '事项', 3, '办件类型').value = '马上办';
      cellAt(book, '事项', 4, '事项类型代码').value = 5;
      cellAt(book, '事项', 5, '承诺时限').value = 43101;
      cellAt(book, '事项', 6, '事项编码').value = items[4]!.code;
      cellAt(book, '事项', 8, '事项编码').value = null;
      cellAt(book, '事项', 9, '收费依据').value = '依据';
      cellAt(book, '事项', 9, '是否收费').value = null;
      cellAt(book, '申请材料', 3, '是否必备').value = '也许';
      cellAt(book, '申请材料', 4, '份数').value = { formula: '1+1', result: 2 };
      cellAt(book, '办理环节', 3, '办理科室或部门').value = '省级／X';
      cellAt(book, '受理条件', 3, '事项编码').value = 'EQ-X';
      cellAt(book, '受理条件', 5, '序号').value = 2;
      cellAt(book, '受理条件', 4, '受理条件').value = { error: '#N/A' };
    });
    const { items: read, problems } = readItemBook(broken);
    const own = problems.filter(({ row }) => row < 11);
    expect(own.map((its) => `${its.sheet}!${its.column}${its.row} ${its.code}`)).toEqual([
      '事项!N3 cell.not_a_choice',
      '事项!I4 cell.not_text',
      '事项!U5 cell.not_a_number',
      '事项!A7 cell.duplicate',
      '事项!A8 cell.missing',
      '事项!X9 cell.missing',
      '受理条件!A3 cell.item_unknown',
      '受理条件!D4 cell.error_value',
      '受理条件!C5 cell.duplicate',
      '办理环节!G3 cell.malformed',
      '申请材料!G3 cell.not_a_choice',
      '申请材料!F4 cell.formula',
      '设定依据!A9 cell.item_unknown',
    ]);
    // The lists of the two items whose codes were lost.
    expect(new Set(problems.filter(({ row }) => row >= 11).map(({ code }) => code))).toEqual(
      new Set(['cell.item_unknown']),
    );
    expect(problems.every(({ title }) => /[。]$/u.test(title))).toBe(true);
    const sound = items.slice(7);
    expect(read).toStrictEqual(sound);
  });

  it('come back coloured and commented in the same workbook, with a list in front', async () => {
    const broken = await changed(await writeItemBook(sixtyThree()), (book) => {
      cellAt(book, '事项', 3, '办件类型').value = '马上办';
    });
    const { problems } = readItemBook(broken);
    const marked = await markErrors(broken, problems);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked as unknown as ArrayBuffer);
    expect(book.worksheets[0]?.name).toBe('问题清单');
    expect(book.worksheets[0]?.getRow(2).values).toEqual([
      undefined,
      '事项',
      'N3',
      '请填下列之一：即办件、承诺件。',
    ]);
    const wrong = cellAt(book, '事项', 3, '办件类型');
    expect(wrong.value).toBe('马上办');
    expect(wrong.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(wrong.note).toBe('【有误】请填下列之一：即办件、承诺件。');
    expect(cellAt(book, '事项', 4, '办件类型').fill).toMatchObject({ pattern: 'none' });
    expect(readItemBook(marked)).toStrictEqual(readItemBook(broken));
  });

  it('mended in the returned workbook, are taken', async () => {
    const items = sixtyThree();
    const broken = await changed(await writeItemBook(items), (book) => {
      cellAt(book, '事项', 3, '办件类型').value = '马上办';
    });
    const marked = await markErrors(broken, readItemBook(broken).problems);
    const mended = await changed(marked, (book) => {
      cellAt(book, '事项', 3, '办件类型').value = '承诺件';
    });
    expect(readItemBook(mended)).toStrictEqual({ items, problems: [] });
  });

  it('of a column that is missing are told once', () => {
    const file = workbook({ 事项: row('事项名称') + row('甲') + row('乙'), ...NO_LISTS });
    expect(readItemBook(file).problems.map(({ title }) => title)).toEqual([
      '缺少“事项编码”列，请按模板补上。',
      '缺少“行使层级”列，请按模板补上。',
    ]);
  });
});

describe('the empty template', () => {
  it('reads as no items without a problem', async () => {
    expect(readItemBook(await writeItemBook([]))).toEqual({ items: [], problems: [] });
  });

  it('offers the words to choose from, says what is allowed, and hides the field names', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeItemBook([])) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '事项',
      '受理条件',
      '办理环节',
      '申请材料',
      '特别程序',
      '设定依据',
      '填表说明',
    ]);
    const items = book.getWorksheet('事项')!;
    expect(items.getRow(2).hidden).toBe(true);
    expect(items.getCell('N3').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"即办件,承诺件"'],
      showErrorMessage: true,
    });
    expect(JSON.stringify(items.getCell('A1').note)).toContain('不得重复');
    expect(items.getColumn(1).numFmt).toBe('@');
  });
});
