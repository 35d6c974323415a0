import { CellRefusal } from '../cell-problem.js';
import type { GridCell } from '../workbook/grid.js';

/**
 * How a value stands in a cell, and back. Both ways together lose nothing; what people type is read more
 * widely than it is written.
 */
export interface Codec<T> {
  // Methods, not properties: so that codecs of all types may stand in one table of columns.
  /** `null` leaves the cell empty. */
  write(this: void, value: T): GridCell | null;
  /** @throws CellRefusal */
  read(this: void, cell: GridCell | null): T;
  /** The words to choose from, where the cell is a choice; others only where `open` says so. */
  choices?: readonly string[];
  open?: boolean;
  /** The bound of a whole number. */
  most?: number;
}

/** An empty text where an empty cell would say that there is none. */
export const EMPTY = '（空文本）';
const MARKED = /^\\*（空文本）$/u;

/** A sheet keeps at most this many characters in a cell. */
export const LONGEST_CELL = 32_767;

/** The words of a cell; a formula, an error or a number in disguise is refused. */
export function wordsIn(cell: GridCell | null): string {
  if (cell === null) return '';
  refuseFormula(cell);
  if (cell.kind === 'text') return cell.text;
  throw new CellRefusal(
    'cell.not_text',
    '请把单元格格式改为“文本”后重新填写：数字格式会丢掉前导零，也会把条款号变成日期。',
  );
}

/** Never reckoned: a formula may reach into other files, and its result is what another program saw last. */
export function refuseFormula({ kind }: GridCell): void {
  if (kind === 'formula') {
    throw new CellRefusal('cell.formula', '不接受公式，请把公式的结果粘贴为文本。');
  }
  if (kind === 'error') {
    throw new CellRefusal('cell.error_value', '单元格是错误值，请改填正确内容。');
  }
}

export function written(text: string): GridCell | null {
  return text === '' ? null : { kind: 'text', text };
}

export const text: Codec<string> = { write: written, read: wordsIn };

/** A text that must be there, such as the code that the lists refer to; blanks around it are dropped. */
export const keyText: Codec<string> = {
  write: written,
  read: (cell) => {
    const key = wordsIn(cell).trim();
    if (key === '') throw new CellRefusal('cell.missing', '此格必填，请填写事项编码。');
    return key;
  },
};

export const optionalText: Codec<string | null> = {
  write: (value) => (value === null ? null : written(markedEmpty(value))),
  read: (cell) => {
    const words = wordsIn(cell);
    return words === '' ? null : unmarkedEmpty(words);
  },
};

export function markedEmpty(value: string): string {
  if (value === '') return EMPTY;
  return MARKED.test(value) ? `\\${value}` : value;
}

export function unmarkedEmpty(words: string): string {
  if (words === EMPTY) return '';
  return MARKED.test(words) ? words.slice(1) : words;
}

/** A whole number of at least 0; the bound also catches a date, which a sheet keeps as 43101 and so on. */
export function optionalCount(most: number): Codec<number | null> {
  return {
    write: (value) => (value === null ? null : { kind: 'number', text: String(value) }),
    read: (cell) => {
      if (cell === null) return null;
      refuseFormula(cell);
      const digits = cell.text.trim();
      const value = Number(digits);
      if (/^\d{1,12}$/.test(digits) && value <= most) return value;
      if (digits === '' && cell.kind === 'text') return null;
      throw new CellRefusal('cell.not_a_number', `请填0至${most}的整数。`);
    },
    most,
  };
}

export function count(most: number): Codec<number> {
  const optional = optionalCount(most);
  return { ...optional, read: (cell) => present(optional.read(cell)) };
}

/** 是 or 否; left empty it means what `whenEmpty` says, or is missing. */
export function yesNo(whenEmpty?: boolean): Codec<boolean> {
  return {
    write: optionalYesNo.write,
    read: (cell) => present(optionalYesNo.read(cell) ?? whenEmpty ?? null),
    choices: optionalYesNo.choices,
  };
}

export const optionalYesNo: Codec<boolean | null> = {
  write: (value) => (value === null ? null : { kind: 'text', text: value ? '是' : '否' }),
  read: (cell) => {
    if (cell === null) return null;
    refuseFormula(cell);
    const word = cell.text.trim().toUpperCase();
    const isTruth = cell.kind === 'boolean';
    if (word === '是' || (isTruth && (word === '1' || word === 'TRUE'))) return true;
    if (word === '否' || (isTruth && (word === '0' || word === 'FALSE'))) return false;
    if (word === '' && cell.kind === 'text') return null;
    throw new CellRefusal('cell.not_a_choice', '请填“是”或“否”。');
  },
  choices: ['是', '否'],
};

export function present<T>(value: T | null): T {
  if (value === null) throw new CellRefusal('cell.missing', '此格必填，请补填。');
  return value;
}
