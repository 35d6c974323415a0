import type { CellProblem } from '../cell-problem.js';
import type { ColumnLook, DrawnSheet } from '../workbook/draw-workbook.js';
import { putRow, textCell, type Grid } from '../workbook/grid.js';
import { BOOK_SHEETS, GUIDE_SHEET, PROBLEM_SHEET } from './book-sheets.js';
import { EMPTY } from './cell-codec.js';
import { entriesOf } from './column.js';

const RULES = [
  '“事项”表一行填写一个事项；受理条件、办理环节、申请材料、特别程序、设定依据在各自的表中逐行填写，以事项编码对应。',
  '第一行表头不要改动；第二行为系统识别用的字段名，已隐藏，请不要删除。列的先后顺序可以调整。',
  '带下拉列表的单元格请从列表中选择；一格填写多项的，每行一项（Alt+Enter 换行）。',
  '除天数、份数等数字列外，单元格一律为“文本”格式，编码的前导零才不会丢失。',
  '不要使用公式、宏和外部链接；从其他表格复制时请选择“粘贴为文本（值）”。',
  '标明“核心内容，全区统一”的栏目，各镇（街道）须与区级标准一致。',
  `“${EMPTY}”表示内容为空白文本，与留空（未填写）不同，一般不需要填写。`,
];

const GUIDE_LOOKS: readonly Pick<ColumnLook, 'width'>[] = [
  { width: 14 },
  { width: 24 },
  { width: 60 },
  { width: 60 },
];

/** How to fill in the book, and what each column takes. */
export function guideSheet(): DrawnSheet {
  const grid: Grid = { name: GUIDE_SHEET, rows: new Map() };
  putRow(grid, 1, ['工作表', '栏目', '填写要求', '可选内容'].map(textCell));
  let at = 2;
  for (const rule of RULES) putRow(grid, at++, [textCell('全部'), null, textCell(rule)]);
  for (const { name, columns } of BOOK_SHEETS) {
    for (const [, { header, note, codec }] of entriesOf(columns)) {
      const choices = textCell(codec.choices?.join('、') ?? '');
      putRow(grid, at++, [textCell(name), textCell(header), textCell(note), choices]);
    }
  }
  return plainTable(grid, GUIDE_LOOKS);
}

const PROBLEM_LOOKS: readonly Pick<ColumnLook, 'width'>[] = [
  { width: 14 },
  { width: 10 },
  { width: 80 },
];

/** The list of what is wrong, in the order of sheets and rows. */
export function problemSheet(problems: readonly CellProblem[]): DrawnSheet {
  const grid: Grid = { name: PROBLEM_SHEET, rows: new Map() };
  putRow(grid, 1, ['工作表', '单元格', '问题及改正办法'].map(textCell));
  problems.forEach(({ sheet, row, column, title }, i) => {
    putRow(grid, i + 2, [sheet, `${column}${row}`, title].map(textCell));
  });
  return plainTable(grid, PROBLEM_LOOKS);
}

function plainTable(grid: Grid, widths: readonly Pick<ColumnLook, 'width'>[]): DrawnSheet {
  const looks = widths.map(({ width }, i) => {
    const look: ColumnLook = { width, note: '', isNumber: false };
    return [i + 1, look] as const;
  });
  return { grid, looks: new Map(looks), headerRows: 1, hiddenRow: null };
}
