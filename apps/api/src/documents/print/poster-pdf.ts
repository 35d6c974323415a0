import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import { versionWords, type GuideHeader } from './guide-header.js';
import { placesNote } from './guide-parts.js';
import { printable, said, warningOf } from './item-words.js';
import { keyTiles } from './key-tiles.js';
import { BLUE, INK, mm, numbered, SOFT, WHITE } from './look.js';
import { flowOf, papersOf } from './poster-parts.js';
import { printFitting, type PdfDefinition, type PrintedPdf } from './print-pdf.js';

const SIZES = [1.5, 1.35, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.71, 0.64];
const BASE = 20;
const SIDE = mm(22);
const BAND = mm(70);
const MOST_PLACES = 6;

/** The poster of one item on A3, to be read from two metres away. */
export function writePoster(item: ItemStandard, header: GuideHeader): Promise<PrintedPdf> {
  return printFitting(1, SIZES, (size) => poster(item, header, BASE * size), header.date);
}

function poster(item: ItemStandard, header: GuideHeader, type: number): PdfDefinition {
  return {
    pageSize: 'A3',
    pageMargins: [SIDE, mm(16), SIDE, mm(20)],
    info: { title: `${said(item.name)} 海报`, author: header.district, subject: item.code },
    defaultStyle: { fontSize: type, color: INK, lineHeight: 0.98 },
    background: (page, size) =>
      page === 1
        ? { canvas: [{ type: 'rect', x: 0, y: 0, w: size.width, h: BAND, color: BLUE }] }
        : null,
    content: [
      titleOf(item, header),
      keyTiles(item, type),
      bodyOf(item, type),
      whereOf(item, header, type),
    ],
    footer: () => footOf(item, header),
  };
}

const LARGEST_TITLE = 52;
const TITLE_WIDTH = mm(297) - 2 * SIDE;
/** From here on it takes two lines, or three. */
const LONG_NAME = 20;
const LONGER_NAME = 36;

/** The title stands in a band of fixed height. */
function titleSize(length: number): number {
  if (length > LONGER_NAME) return 27;
  return length > LONG_NAME ? 38 : Math.min(LARGEST_TITLE, TITLE_WIDTH / (length + 1));
}

function titleOf({ name }: ItemStandard, { district }: GuideHeader): Content {
  const words = said(name);
  return {
    table: {
      widths: ['*'],
      heights: [BAND - mm(16) + mm(8)],
      body: [
        [
          {
            stack: [
              {
                text: `${printable(district)}政务服务\u3000办事指南`,
                fontSize: 22,
                margin: [0, 0, 0, 4],
              },
              { text: words, bold: true, fontSize: titleSize(words.length) },
            ],
            color: WHITE,
            lineHeight: 0.95,
          },
        ],
      ],
    },
    layout: 'noBorders',
  };
}

function bodyOf(item: ItemStandard, type: number): Content {
  return {
    columns: [
      {
        stack: [
          ...part('办理条件', numbered(item.conditions.map(said), type * 0.3), type),
          ...part('申请材料', papersOf(item, type), type),
        ],
        width: '*',
      },
      { stack: part('办理流程', flowOf(item, type), type), width: '*' },
    ],
    columnGap: mm(12),
    margin: [0, type * 0.4, 0, 0],
  };
}

function part(heading: string, content: Content, type: number): Content[] {
  return [
    {
      text: heading,
      bold: true,
      color: BLUE,
      fontSize: type * 1.25,
      margin: [0, type * 0.5, 0, 5],
    },
    content,
  ];
}

function whereOf(item: ItemStandard, header: GuideHeader, type: number): Content {
  const places = header.places.slice(0, MOST_PLACES).map<Content>((place) => ({
    stack: [
      { text: [{ text: said(place.name), bold: true }, `\u3000${printable(place.address ?? '')}`] },
      { text: `${said(place.telephone)}\u3000${said(place.hours)}`, color: SOFT },
    ],
    fontSize: type * 0.78,
    margin: [0, 0, 0, type * 0.25],
  }));
  const notes = [placesNote(header, MOST_PLACES), warningOf(item)].filter(Boolean) as string[];
  const stack = [
    ...part('办理地点和咨询', { stack: places }, type),
    ...notes.map((text) => ({ text, fontSize: type * 0.75, color: SOFT })),
  ] as Content[];
  if (header.url === null) return { stack };
  const code = [
    { qr: header.url, fit: mm(62), eccLevel: 'Q' as const, alignment: 'right' as const },
    { text: '扫码查看办事指南', fontSize: 13, alignment: 'right' as const, margin: 3 },
  ];
  return {
    columns: [
      { stack, width: '*' },
      { stack: code, width: mm(62), margin: [0, type * 0.6, 0, 0] },
    ],
    columnGap: mm(8),
    unbreakable: true,
  };
}

function footOf(item: ItemStandard, header: GuideHeader): Content {
  return {
    text: versionWords(item, header),
    color: SOFT,
    fontSize: 11,
    margin: [SIDE, mm(6), SIDE, 0],
  };
}
