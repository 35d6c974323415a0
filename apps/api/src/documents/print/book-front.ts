import type { Content, TableCell } from 'pdfmake';
import { grouped, type BookHeader, type BookOutline } from './book-outline.js';
import { dateWords, printable } from './item-words.js';
import { BLUE, LINE, mm, SOFT } from './look.js';

/** The first page, without running head and foot. */
export function coverOf({ title, volume, hash }: BookOutline, header: BookHeader): Content[] {
  const centred = (text: string, fontSize: number, above: number, bold = false): Content => ({
    text,
    fontSize,
    bold,
    alignment: 'center',
    margin: [0, above, 0, 0],
  });
  return [
    centred(printable(header.district), 24, mm(42)),
    { stack: [centred(title, 36, mm(8), true)], color: BLUE },
    centred(volume, 22, mm(8)),
    centred(`第${header.edition}版`, 16, mm(20)),
    centred(printable(header.issuer), 16, mm(58)),
    centred(dateWords(header.date), 16, 6),
    {
      text: `内容校验码（SHA-256）\n${grouped(hash)}`,
      fontSize: 7.5,
      color: SOFT,
      alignment: 'center',
      margin: [0, mm(14), 0, 0],
    },
  ];
}

/** What the book says of itself, on a page of its own. */
export function imprintOf({ imprint, hash }: BookOutline): Content[] {
  return [
    {
      text: '编制说明',
      fontSize: 18,
      bold: true,
      alignment: 'center',
      pageBreak: 'before',
      margin: [0, mm(6), 0, mm(8)],
    },
    ...imprint.map<Content>((text) => ({
      text,
      leadingIndent: 24,
      fontSize: 12,
      lineHeight: 1.2,
      margin: [0, 0, 0, 6],
    })),
    {
      text: `内容校验码：${grouped(hash)}`,
      leadingIndent: 20,
      fontSize: 10,
      lineHeight: 1.2,
      margin: [0, 6, 0, 0],
    },
  ];
}

/** Where the section of an item begins. */
export const anchorOf = (number: string) => `item-${number}`;

/** By page references, not by pdfmake's own table of contents, which can draw no dotted lines. */
export function contentsOf({ chapters }: BookOutline): Content[] {
  const line = (text: string, anchor: string, indent: number): TableCell[] => [
    { text, linkToDestination: anchor, margin: [indent, 0, 0, 0], bold: indent === 0 },
    { pageReference: anchor, alignment: 'right' },
  ];
  const rows = chapters.flatMap(({ title, items }) => [
    line(title, anchorOf(items[0]?.number ?? ''), 0),
    ...items.map(({ number, name }) => line(`${number}\u3000${name}`, anchorOf(number), mm(7))),
  ]);
  const head: Content = {
    text: '目\u3000录',
    fontSize: 18,
    bold: true,
    alignment: 'center',
    pageBreak: 'before',
    margin: [0, mm(6), 0, mm(6)],
  };
  if (rows.length === 0) return [head];
  return [
    head,
    { table: { widths: ['*', mm(12)], body: rows, dontBreakRows: true }, layout: DOTTED },
  ];
}

const DOTTED = {
  hLineWidth: (i: number) => (i === 0 ? 0 : 0.5),
  hLineColor: () => LINE,
  hLineStyle: () => ({ dash: { length: 1, space: 2 } }),
  vLineWidth: () => 0,
  paddingTop: () => 3.5,
  paddingBottom: () => 2,
  paddingLeft: () => 0,
  paddingRight: () => 0,
};
