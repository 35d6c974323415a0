import type { Content, TableCell } from 'pdfmake';
import type { CasePaper, Letterhead, PaperTable } from './case-paper.js';
import { dateWords, printable, said } from './item-words.js';
import { BLUE, centred, heads, INK, LINE, mm, paired, ruled, SOFT } from './look.js';
import { printPdf, type PdfDefinition, type PrintedPdf } from './print-pdf.js';

type Column = Extract<Content, { columns: unknown[] }>['columns'][number];

const SIDE = mm(25);
const WIDTH = mm(210) - 2 * SIDE;
const TYPE = 12;
const SMALL = 9;
const SEAL = mm(20);

/**
 * A paper of a case on A4. The same words give the same bytes. Blocks for a fifth of a second.
 *
 * @returns the file, and how many pages it has
 */
export function writeCasePaper(paper: CasePaper): Promise<PrintedPdf> {
  const definition: PdfDefinition = {
    pageSize: 'A4',
    pageMargins: [SIDE, mm(20), SIDE, mm(26)],
    info: {
      title: `${paper.title} ${printable(paper.number)}`,
      author: printable(paper.letterhead.unitName),
      subject: paper.verification.code,
    },
    defaultStyle: { fontSize: TYPE, color: INK, lineHeight: 1.25 },
    content: [
      ...headOf(paper),
      ...(paper.addressee === null ? [] : [{ text: printable(paper.addressee), bold: true }]),
      ...indented(paper.paragraphs),
      ...(paper.table ? [tableOf(paper.table)] : []),
      ...(paper.form.length > 0 ? [formOf(paper.form)] : []),
      ...indented(paper.closing),
      endOf(paper),
    ],
    footer: (page, count) => footOf(paper, page, count),
  };
  return printPdf(definition, paper.date);
}

function headOf({ letterhead, title, number, verification }: CasePaper): Content[] {
  const name: Column = {
    stack: [{ text: printable(letterhead.unitName), bold: true, fontSize: 17, color: BLUE }],
    width: '*',
    margin: [0, mm(5), 0, 0],
  };
  const code: Column = {
    stack: [
      { qr: verification.url, fit: mm(20), eccLevel: 'M', alignment: 'right' },
      { text: '扫码核验', fontSize: 7, color: SOFT, alignment: 'right', margin: [0, 1, 0, 0] },
    ],
    width: mm(24),
  };
  return [
    { columns: [name, code], columnGap: mm(4) },
    { canvas: [line(BLUE, 1.6), line(BLUE, 0.5, 3)], margin: [0, 2, 0, mm(7)] },
    { text: title, bold: true, fontSize: 22, alignment: 'center', lineHeight: 1 },
    {
      text: printable(number),
      alignment: 'center',
      fontSize: 11,
      color: SOFT,
      margin: [0, 4, 0, mm(7)],
    },
  ];
}

const line = (lineColor: string, lineWidth: number, y = 0) => ({
  type: 'line' as const,
  ...{ x1: 0, y1: y, x2: WIDTH, y2: y, lineColor, lineWidth },
});

/** Two characters in front of each paragraph, as in every official letter. */
function indented(paragraphs: readonly string[]): Content[] {
  return paragraphs.map((text) => ({
    text: said(text),
    leadingIndent: 2 * TYPE,
    margin: [0, mm(1.2), 0, 0],
  }));
}

function tableOf({ heads: titles, widths, rows }: PaperTable): Content {
  const body: TableCell[][] = [
    heads(...titles),
    ...rows.map((row) =>
      row.map((text, column) =>
        widths[column] === 0 ? { text: said(text) } : centred(said(text)),
      ),
    ),
  ];
  const columns = widths.map((width) => (width === 0 ? '*' : mm(width)));
  return {
    table: { headerRows: 1, widths: columns, body, dontBreakRows: true },
    layout: ruled(3),
    fontSize: 10.5,
    lineHeight: 1.05,
    margin: [0, mm(3), 0, mm(2)],
  };
}

function formOf(form: CasePaper['form']): Content {
  const body = form.map(([label, value]): TableCell[] => [
    { text: label, bold: true, alignment: 'center', margin: [0, 3, 0, 3] },
    // An empty field is for the pen.
    { text: printable(value), margin: [2, 3, 2, value === '' ? mm(4) : 3] },
  ]);
  return {
    table: { widths: [mm(38), '*'], body, dontBreakRows: true },
    layout: paired(2),
    fontSize: 11,
    lineHeight: 1.05,
    margin: [0, mm(3), 0, mm(2)],
  };
}

/** Seal and signatures stay together. */
function endOf({ signer, date, signatures }: CasePaper): Content {
  const seal: Content[] = signer === null ? [] : [sealPlace(signer, date)];
  const lines: Content[] = signatures.map((label) => ({
    text: `${label}：____________________\u3000\u3000______年____月____日`,
    margin: [0, mm(4), 0, 0],
    fontSize: 11,
  }));
  return { stack: [...seal, ...lines], unbreakable: true, margin: [0, mm(4), 0, 0] };
}

function sealPlace(signer: string, date: string): Content {
  return {
    columns: [
      { text: '', width: '*' },
      {
        width: mm(95),
        stack: [
          {
            canvas: [
              {
                type: 'ellipse',
                x: mm(47.5),
                y: SEAL,
                r1: SEAL,
                r2: SEAL,
                lineColor: LINE,
                dash: { length: 3, space: 3 },
              },
            ],
          },
          {
            stack: [
              { text: printable(signer) },
              { text: dateWords(date) },
              { text: '（加盖印章）', fontSize: SMALL, color: SOFT },
            ],
            alignment: 'center',
            margin: [0, -1.45 * SEAL, 0, 0.35 * SEAL],
          },
        ],
      },
    ],
  };
}

function footOf({ letterhead, verification }: CasePaper, page: number, count: number): Content {
  const { code } = verification;
  return {
    stack: [
      { canvas: [line(LINE, 0.5)], margin: [0, 0, 0, 3] },
      { text: placeWords(letterhead) },
      {
        columns: [
          {
            text: `核验：扫描右上方二维码，或打开 ${addressOf(verification.url)} 输入验证码 ${code}`,
            width: '*',
          },
          { text: `第${page}页 共${count}页`, width: 'auto' },
        ],
        columnGap: mm(4),
      },
    ],
    fontSize: 8,
    color: SOFT,
    lineHeight: 1.1,
    margin: [SIDE, mm(5), SIDE, 0],
  };
}

/** The page on which a code is typed in. */
const addressOf = (url: string) => url.replace(/\/[^/]*$/, '');

function placeWords({ address, telephone, hours }: Letterhead): string {
  const parts = [address && `地址：${address}`, telephone && `电话：${telephone}`];
  return [...parts, hours && `办公时间：${hours}`]
    .filter(Boolean)
    .map(String)
    .map(printable)
    .join('\u3000');
}
