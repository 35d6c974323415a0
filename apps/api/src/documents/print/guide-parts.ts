import type { ItemStandard } from '@yikou/domain';
import type { Content, TableCell } from 'pdfmake';
import type { GuideHeader, GuidePlace } from './guide-header.js';
import type { Fact } from './item-facts.js';
import {
  adviceOn,
  needOf,
  paperOf,
  printable,
  procedureOf,
  roleOf,
  said,
  stepDaysOf,
  stepNameOf,
} from './item-words.js';
import { centred, heads, mm, paired, ruled } from './look.js';

/** In sizes of the type: the room above and below a line, a word of two characters, a label of five. */
const PAD = 0.3;
const WORD = 2.15;
const LABEL = 6.1;

/** Labels and values, two pairs a row; a wide or long value takes a row of its own. */
export function factsTable(facts: readonly Fact[], type: number): Content {
  const rows: TableCell[][] = [];
  let open: TableCell[] | null = null;
  for (const [label, value, wide = isLong(value)] of facts) {
    const pair: TableCell[] = [{ text: label, bold: true }, { text: value }];
    if (wide) {
      rows.push(...(open ? [filled(open)] : []), filled(pair));
      open = null;
    } else if (open) {
      rows.push([...open, ...pair]);
      open = null;
    } else open = pair;
  }
  if (open) rows.push(filled(open));
  return {
    table: { widths: [type * LABEL, '*', type * LABEL, '*'], body: rows, dontBreakRows: true },
    layout: paired(type * PAD),
  };
}

const LONG = 18;
const isLong = (value: string) => value.length > LONG || value.includes('\n');

function filled([label, value]: TableCell[]): TableCell[] {
  return [label ?? '', Object.assign({}, value, { colSpan: 3 }), '', ''];
}

export function materialsTable({ materials }: ItemStandard, type: number): Content {
  if (materials.length === 0) return { text: said(null) };
  const rows = materials.map((material, i) => [
    centred(`${i + 1}`),
    { text: said(material.name) },
    centred(paperOf(material)),
    centred(needOf(material)),
    { text: adviceOn(material) },
  ]);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [type * WORD, mm(50), type * 7.2, type * WORD, '*'],
      body: [heads('序号', '材料名称', '形式及份数', '必备', '来源及说明'), ...rows],
    },
    layout: ruled(type * PAD),
  };
}

export function stepsTable(item: ItemStandard, type: number): Content {
  if (item.steps.length === 0) return { text: said(null) };
  const rows = item.steps.map((step, i) => [
    centred(`${i + 1}`),
    { text: stepNameOf(step) },
    centred(roleOf(step)),
    centred(stepDaysOf(step, item)),
  ]);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [type * WORD, '*', type * 7.4, type * 6.4],
      body: [heads('序号', '办理环节', '办理单位', '时限'), ...rows],
    },
    layout: ruled(type * PAD),
  };
}

/** What stops the clock or runs in it; nothing where the item has none. */
export function procedureLines({ specialProcedures }: ItemStandard): string[] {
  return specialProcedures.map(procedureOf);
}

export function placesTable(places: readonly GuidePlace[], most: number, type: number): Content {
  const rows = places
    .slice(0, most)
    .map(({ name, address, telephone, hours }) => [
      { text: said(name) },
      { text: said(address) },
      centred(said(telephone)),
      { text: said(hours) },
    ]);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [mm(44), '*', 'auto', 'auto'],
      body: [heads('办理地点', '地址', '咨询电话', '办公时间'), ...rows],
    },
    layout: ruled(type * PAD),
  };
}

/** Places that were left off, and whom to complain to (R37). */
export function placesNote(
  { places, supervisionTelephone, district, url }: GuideHeader,
  most: number,
): string {
  const more = url === null ? '' : '，扫码查看全部地点';
  const told = [
    places.length === 0 && `${printable(district)}各便民服务中心（站）均可咨询${more}。`,
    places.length > most && `另有${places.length - most}处可办理${more}。`,
    supervisionTelephone && `监督投诉电话：${printable(supervisionTelephone)}。`,
  ];
  return told.filter(Boolean).join('');
}
