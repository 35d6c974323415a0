import type { Content, CustomTableLayout, TableCell } from 'pdfmake';

export const INK = '#1f2d3d';
export const SOFT = '#5a6775';
export const BLUE = '#1f4e8c';
export const PALE = '#eaf1fa';
export const LINE = '#b8c4d2';
export const WHITE = '#ffffff';

/** Millimetres in points, in which pdfmake reckons. */
export const mm = (length: number): number => (length * 72) / 25.4;

const HAIR = 0.5;

/** A table with thin lines, its head shaded; `pad` in points. */
export function ruled(pad: number, shadedRows = 1): CustomTableLayout {
  return {
    hLineWidth: () => HAIR,
    vLineWidth: () => HAIR,
    hLineColor: () => LINE,
    vLineColor: () => LINE,
    paddingTop: () => pad,
    paddingBottom: () => pad,
    paddingLeft: () => pad + 1,
    paddingRight: () => pad + 1,
    fillColor: (row: number) => (row < shadedRows ? PALE : null),
  };
}

/** Labels and values in pairs, the labels shaded. */
export function paired(pad: number): CustomTableLayout {
  return {
    ...ruled(pad, 0),
    fillColor: (_row: number, _node: unknown, column: number) => (column % 2 === 0 ? PALE : null),
  };
}

export function heads(...texts: string[]): TableCell[] {
  return texts.map((text) => ({ text, bold: true, alignment: 'center', color: BLUE }));
}

export const centred = (text: string): TableCell => ({ text, alignment: 'center' });

/** A numbered list whose numbers hang in front. */
export function numbered(entries: readonly Content[], gap: number): Content {
  if (entries.length <= 1) return { stack: [entries[0] ?? '—'], margin: [0, 0, 0, gap] };
  return {
    stack: entries.map((entry, i) => ({
      columns: [
        { text: `${i + 1}.`, width: 'auto' },
        { stack: [entry], width: '*' },
      ],
      columnGap: 3,
      margin: [0, 0, 0, gap],
    })),
  };
}
