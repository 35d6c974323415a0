import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import { kindOf, promiseOf, visitsOf } from './item-words.js';
import { BLUE, PALE, SOFT, WHITE } from './look.js';

/** What people ask first, in large type: how, how long, how much, how often. */
export function keyTiles(item: ItemStandard, type: number): Content {
  const fee = item.fee === null ? '—' : item.fee.charged ? '收费' : '免费';
  const tiles = [
    ['办件类型', kindOf(item)],
    ['承诺时限', promiseOf(item)],
    ['是否收费', fee],
    ['到现场次数', visitsOf(item)],
  ] as const;
  const cell = ([label, value]: readonly [string, string]) => ({
    stack: [
      { text: label, color: SOFT, fontSize: type * 0.85 },
      { text: value, bold: true, color: BLUE, fontSize: type * (value.length > 8 ? 1.05 : 1.5) },
    ],
    alignment: 'center' as const,
    fillColor: PALE,
  });
  return {
    table: { widths: ['*', '*', '*', '*'], body: [tiles.map(cell)] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (i: number) => (i === 0 || i === tiles.length ? 0 : 3),
      vLineColor: () => WHITE,
      paddingTop: () => type * 0.45,
      paddingBottom: () => type * 0.45,
    },
  };
}
