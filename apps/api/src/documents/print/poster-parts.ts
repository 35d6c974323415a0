import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import { needOf, paperOf, roleOf, said, stepDaysOf, stepNameOf, UNSAID } from './item-words.js';
import { BLUE, LINE, SOFT, WHITE } from './look.js';

/** What to bring: the name on the left, how many of what on the right. */
export function papersOf({ materials }: ItemStandard, type: number): Content {
  const rows = materials.map((material, i) => [
    { text: `${materials.length > 1 ? `${i + 1}. ` : ''}${said(material.name)}` },
    {
      text: [paperOf(material), needOf(material)].filter((its) => its !== UNSAID).join('\u3000'),
      color: SOFT,
      alignment: 'right' as const,
      noWrap: true,
      fontSize: type * 0.8,
    },
  ]);
  if (rows.length === 0) return { text: UNSAID };
  return {
    table: { widths: ['*', 'auto'], body: rows, dontBreakRows: true },
    layout: {
      hLineWidth: (i: number) => (i === 0 ? 0 : 0.7),
      hLineColor: () => LINE,
      vLineWidth: () => 0,
      paddingTop: () => type * 0.18,
      paddingBottom: () => type * 0.18,
      paddingLeft: () => 0,
      paddingRight: (i: number) => (i === 0 ? type * 0.6 : 0),
    },
  };
}

/** The steps one below the other, each with its number in a disc, joined by a line. */
export function flowOf(item: ItemStandard, type: number): Content {
  if (item.steps.length === 0) return { text: UNSAID };
  const rows = item.steps.map((step, i) => {
    const days = stepDaysOf(step, item);
    const told = [roleOf(step), days === UNSAID ? '' : days].filter(Boolean).join('，');
    return [
      { text: `${i + 1}`, bold: true, color: WHITE, fillColor: BLUE, alignment: 'center' as const },
      {
        stack: [
          { text: stepNameOf(step), bold: true },
          { text: told, color: SOFT, fontSize: type * 0.82 },
        ],
      },
    ];
  });
  return {
    table: { widths: [type * 1.5, '*'], body: rows, dontBreakRows: true },
    layout: {
      hLineWidth: (i: number) => (i === 0 || i === rows.length ? 0 : type * 0.35),
      hLineColor: () => WHITE,
      vLineWidth: () => 0,
      paddingTop: () => type * 0.2,
      paddingBottom: () => type * 0.2,
      paddingLeft: (i: number) => (i === 0 ? 2 : type * 0.5),
    },
  };
}
