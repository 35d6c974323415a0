import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import {
  BOOK_TITLE,
  outlineOf,
  type BookHeader,
  type BookItem,
  type BookOutline,
} from './book-outline.js';
import { anchorOf, contentsOf, coverOf, imprintOf } from './book-front.js';
import { bookSection } from './book-section.js';
import { printable } from './item-words.js';
import { BLUE, INK, LINE, mm, SOFT } from './look.js';
import { printPdf, type PrintedPdf } from './print-pdf.js';

const SIDE = mm(19);
const TYPE = 9.3;

/**
 * The 《政务服务事项标准化规范》 of one level as a PDF: cover, imprint with the hash of the content,
 * contents with page numbers, a chapter for each theme, a section for each item. The same edition
 * gives the same bytes. Blocks for seconds: not for the process that answers requests.
 *
 * @throws DomainError `document.cannot_be_written` for an item of the other level
 */
export function writeBookPdf(
  items: readonly ItemStandard[],
  header: BookHeader,
): Promise<PrintedPdf> {
  const outline = outlineOf(items, header);
  const definition = {
    pageSize: 'A4' as const,
    pageMargins: [SIDE, mm(23), SIDE, mm(18)] as [number, number, number, number],
    info: {
      title: `${printable(header.district)}${BOOK_TITLE}（${outline.volume}）`,
      author: header.issuer,
      subject: `第${header.edition}版 ${outline.hash}`,
    },
    defaultStyle: { fontSize: TYPE, color: INK, lineHeight: 0.95 },
    header: (page: number) => (page === 1 ? '' : runningHead(outline, header)),
    footer: (page: number, count: number) => (page === 1 ? '' : runningFoot(page, count)),
    content: [
      ...coverOf(outline, header),
      ...imprintOf(outline),
      ...contentsOf(outline),
      ...outline.chapters.flatMap(chapterOf),
    ],
  };
  return printPdf(definition, header.date);
}

function runningHead({ volume }: BookOutline, { district, edition }: BookHeader): Content {
  return {
    stack: [
      {
        columns: [
          { text: `${printable(district)}${BOOK_TITLE}（${volume}）`, width: '*' },
          { text: `第${edition}版`, width: 'auto' },
        ],
        fontSize: 8.5,
        color: SOFT,
      },
      {
        canvas: [
          {
            type: 'line',
            x1: 0,
            y1: 3,
            x2: mm(210) - 2 * SIDE,
            y2: 3,
            lineColor: LINE,
            lineWidth: 0.6,
          },
        ],
      },
    ],
    margin: [SIDE, mm(12), SIDE, 0],
  };
}

function runningFoot(page: number, count: number): Content {
  return {
    text: `第${page}页 共${count}页`,
    alignment: 'center',
    fontSize: 8.5,
    color: SOFT,
    margin: [0, mm(6), 0, 0],
  };
}

function chapterOf({ title, items }: BookOutline['chapters'][number]): Content[] {
  const id = `chapter-${items[0]?.number}`;
  return [
    chapterHead(title, id),
    ...items.flatMap((its, i) => [itemHead(its, id, i === 0), ...bookSection(its.item, TYPE)]),
  ];
}

function chapterHead(text: string, id: string): Content {
  return {
    text,
    fontSize: 20,
    bold: true,
    color: BLUE,
    alignment: 'center',
    pageBreak: 'before',
    margin: [0, 0, 0, mm(6)],
    outline: true,
    id,
  };
}

function itemHead({ number, name }: BookItem, chapter: string, isFirst: boolean): Content {
  return {
    text: `${number}\u3000${name}`,
    id: anchorOf(number),
    fontSize: 15,
    bold: true,
    color: BLUE,
    pageBreak: isFirst ? undefined : 'before',
    margin: [0, 0, 0, mm(3)],
    outline: true,
    outlineParentId: chapter,
  };
}
