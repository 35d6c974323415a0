import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';

/** Word reckons in twentieths of a point, sizes of type in half points. */
export const TWIPS_A_MM = 56.7;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8C4D2' };
const SHADE = { type: ShadingType.CLEAR, fill: 'EAF1FA', color: 'auto' };
const BLUE = '1F4E8C';
const CELL_MARGINS = { top: 40, bottom: 40, left: 80, right: 80 };

/** Typefaces that Windows, WPS and 统信 have; Latin letters in Times. */
const faces = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});

const heading = (size: number, before: number, after: number, keepNext = true) => ({
  run: { font: faces('黑体'), size, bold: true, color: BLUE },
  paragraph: { spacing: { before, after }, keepNext, keepLines: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: faces('宋体'), size: 21, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
    },
    title: {
      run: { font: faces('黑体'), size: 72, bold: true, color: BLUE },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    heading1: {
      ...heading(36, 0, 240),
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 }, keepNext: true },
    },
    heading2: heading(28, 0, 160),
    heading3: heading(22, 160, 80),
  },
  paragraphStyles: [
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', run: { bold: true } },
    { id: 'TOC2', name: 'toc 2', basedOn: 'Normal', paragraph: { indent: { left: 420 } } },
  ],
};

/** A line break in the text becomes one in the paragraph. */
export function runsOf(text: string, options: IRunOptions = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun({ ...options, text: line, break: i === 0 ? undefined : 1 }));
}

export function paragraph(
  text: string,
  options: IParagraphOptions = {},
  run: IRunOptions = {},
): Paragraph {
  return new Paragraph({ ...options, children: runsOf(text, run) });
}

export interface DocxCell {
  text: string;
  /** A label: shaded, bold. */
  isLabel?: boolean;
  isCentred?: boolean;
  /** Columns it spans. */
  span?: number;
}

/**
 * A table with thin lines over the whole width.
 *
 * @param widths of the columns in millimetres
 * @param headRows how many rows from the top are repeated on every page
 */
export function table(
  rows: readonly (readonly DocxCell[])[],
  widths: readonly number[],
  headRows: number,
): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((width) => Math.round(width * TWIPS_A_MM)),
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i < headRows,
          cantSplit: true,
          children: cellsOf(cells, widths),
        }),
    ),
  });
}

function cellsOf(cells: readonly DocxCell[], widths: readonly number[]): TableCell[] {
  let at = 0;
  return cells.map(({ text, isLabel, isCentred, span = 1 }) => {
    const width = widths.slice(at, at + span).reduce((sum, its) => sum + its, 0);
    at += span;
    const alignment = isCentred ? AlignmentType.CENTER : AlignmentType.LEFT;
    return new TableCell({
      width: { size: Math.round(width * TWIPS_A_MM), type: WidthType.DXA },
      columnSpan: span,
      margins: CELL_MARGINS,
      verticalAlign: VerticalAlign.CENTER,
      borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
      shading: isLabel ? SHADE : undefined,
      children: [paragraph(text, { alignment }, { bold: isLabel })],
    });
  });
}
