import { documentError } from '../document-error.js';
import {
  columnOf,
  LAST_COLUMN,
  LAST_ROW,
  type CellKind,
  type Grid,
  type GridCell,
} from './grid.js';
import { attributeOf, xmlTokens, type XmlToken } from './xml-tokens.js';

/** Beyond this a list is not a list of one street's items any more. */
export const MOST_ROWS = 20_000;
export const MOST_CELLS = 400_000;
/** Characters: cells may share one long text, which costs its writer nothing and its reader all of it. */
export const MOST_TEXT = 20_000_000;

/** The texts that cells share, in their order. */
export function sharedTexts(xml: string): string[] {
  const texts: string[] = [];
  const words = new Words();
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'close' && token.name === 'si') texts.push(words.take());
    else if (token.kind === 'open' && token.name === 'si' && token.closed) texts.push('');
    else words.hear(token);
  }
  return texts;
}

/**
 * The cells of one sheet, as text and as they stand: nothing is computed, nothing is styled.
 *
 * @throws DomainError `document.too_many_rows`, `document.damaged`
 */
export function sheetCells(name: string, xml: string, shared: readonly string[]): Grid {
  const grid: Grid = { name, rows: new Map() };
  const reader = new SheetReader(grid, shared);
  for (const token of xmlTokens(xml)) reader.hear(token);
  return grid;
}

/** Gathers the words of `t` elements; readings for Asian characters (`rPh`) are not part of them. */
class Words {
  private text = '';
  private isInText = false;
  private isInReading = false;

  hear(token: XmlToken): void {
    if (token.kind === 'text') {
      if (this.isInText && !this.isInReading) this.text += token.text;
    } else if (token.name === 't') {
      this.isInText = token.kind === 'open' && !token.closed;
    } else if (token.name === 'rPh') {
      this.isInReading = token.kind === 'open' && !token.closed;
    }
  }

  take(): string {
    const text = decoded(this.text);
    this.text = '';
    return text;
  }
}

/** Excel writes what XML cannot hold as `_x000D_`, and `_x005F_` for an underscore that would mislead. */
function decoded(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

class SheetReader {
  private row = 0;
  private column = 0;
  private cells = 0;
  private told = 0;
  private type = 'n';
  private value = '';
  private formula: string | null = null;
  private inside: 'v' | 'f' | null = null;
  private readonly words = new Words();

  constructor(
    private readonly grid: Grid,
    private readonly shared: readonly string[],
  ) {}

  hear(token: XmlToken): void {
    if (token.kind === 'text') this.text(token.text);
    else if (token.kind === 'open') this.open(token);
    else this.close(token.name);
    this.words.hear(token);
  }

  private text(text: string): void {
    if (this.inside === 'v') this.value += text;
    if (this.inside === 'f') this.formula = (this.formula ?? '') + text;
  }

  private open({ name, attributes, closed }: Extract<XmlToken, { kind: 'open' }>): void {
    if (name === 'row') this.startRow(attributes);
    if (name === 'c') this.startCell(attributes);
    // A shared formula's followers carry an empty element.
    if (name === 'f') this.formula ??= '';
    if (!closed && (name === 'v' || name === 'f')) this.inside = name;
  }

  private close(name: string): void {
    if (name === 'v' || name === 'f') this.inside = null;
    if (name === 'c') this.endCell();
  }

  private startRow(attributes: string): void {
    const given = attributeOf(attributes, 'r');
    this.row = given === null ? this.row + 1 : Number(given);
    this.column = 0;
    if (!(Number.isInteger(this.row) && this.row >= 1 && this.row <= LAST_ROW)) {
      throw documentError('document.damaged', this.grid.name);
    }
  }

  private startCell(attributes: string): void {
    const [, letters] = /^([A-Z]{1,3})\d*$/.exec(attributeOf(attributes, 'r') ?? '') ?? [];
    this.column = letters === undefined ? this.column + 1 : columnOf(letters);
    if (this.column > LAST_COLUMN) throw documentError('document.damaged', this.grid.name);
    this.type = attributeOf(attributes, 't') ?? 'n';
    this.value = '';
    this.formula = null;
    this.words.take();
  }

  private endCell(): void {
    const cell = this.cell();
    if (cell.kind === 'text' && cell.text === '') return;
    if (cell.kind === 'number' && cell.text === '') return;
    const row = this.grid.rows.get(this.row) ?? new Map<number, GridCell>();
    row.set(this.column, cell);
    this.grid.rows.set(this.row, row);
    this.cells += 1;
    this.told += cell.text.length;
    const isTooMany = this.cells > MOST_CELLS || this.told > MOST_TEXT;
    if (isTooMany || this.grid.rows.size > MOST_ROWS) {
      throw documentError('document.too_many_rows', this.grid.name);
    }
  }

  private cell(): GridCell {
    if (this.formula !== null) return { kind: 'formula', text: this.formula };
    switch (this.type) {
      case 's':
        return { kind: 'text', text: this.sharedText() };
      case 'inlineStr':
        return { kind: 'text', text: this.words.take() };
      case 'str':
        return { kind: 'text', text: decoded(this.value) };
      default:
        return { kind: KINDS.get(this.type) ?? 'number', text: plain(this.value, this.type) };
    }
  }

  private sharedText(): string {
    const text = this.shared[Number(this.value)];
    if (text === undefined) throw documentError('document.damaged', this.grid.name);
    return text;
  }
}

const KINDS: ReadonlyMap<string, CellKind> = new Map([
  ['b', 'boolean'],
  ['e', 'error'],
]);

/** Excel keeps 0.1 as 0.10000000000000001, and may write 7 as 7.0. */
function plain(value: string, type: string): string {
  const trimmed = value.trim();
  if (type !== 'n' || trimmed === '') return trimmed;
  const number = Number(trimmed);
  return Number.isFinite(number) ? String(number) : trimmed;
}
