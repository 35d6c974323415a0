import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import { versionWords, type GuideHeader } from './guide-header.js';
import { placesNote, procedureLines } from './guide-parts.js';
import {
  adviceOn,
  basisOf,
  deliveryOf,
  feeOf,
  needOf,
  paperOf,
  printable,
  promiseOf,
  roleOf,
  said,
  statutoryOf,
  stepDaysOf,
  stepNameOf,
  UNSAID,
  warningOf,
} from './item-words.js';
import { keyTiles } from './key-tiles.js';
import { BLUE, INK, mm, numbered, SOFT } from './look.js';
import { printFitting, type PdfDefinition, type PrintedPdf } from './print-pdf.js';

const SIZES = [1.3, 1.2, 1.1, 1, 0.93, 0.86, 0.79, 0.72];
const BASE = 11;
const MARGIN = mm(12);
/** Between the panels, half of it on either side of the fold. */
const GUTTER = mm(22);
const PAGE_HEIGHT = mm(210);
const MOST_PLACES = 8;

/**
 * The brochure of one item: A4 printed on both sides across, folded once in the middle. The first page
 * is the outside (back, then cover), the second the inside.
 */
export function writeBrochure(item: ItemStandard, header: GuideHeader): Promise<PrintedPdf> {
  return printFitting(2, SIZES, (size) => brochure(item, header, BASE * size), header.date);
}

function brochure(item: ItemStandard, header: GuideHeader, type: number): PdfDefinition {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    info: { title: `${said(item.name)} 宣传折页`, author: header.district, subject: item.code },
    defaultStyle: { fontSize: type, color: INK, lineHeight: 0.95 },
    content: [
      panels(backOf(item, header, type), coverOf(item, header, type)),
      { text: '', pageBreak: 'after' },
      panels(leftOf(item, type), rightOf(item, type)),
    ],
  };
}

function panels(left: Content[], right: Content[]): Content {
  return {
    columns: [
      { stack: left, width: '*' },
      { stack: right, width: '*' },
    ],
    columnGap: GUTTER,
  };
}

function coverOf(item: ItemStandard, header: GuideHeader, type: number): Content[] {
  const code: Content[] =
    header.url === null
      ? []
      : [
          { qr: header.url, fit: mm(45), eccLevel: 'M', alignment: 'center' },
          { text: '扫码查看', color: SOFT, alignment: 'center', margin: [0, 4, 0, 0] },
        ];
  return [
    {
      text: `${printable(header.district)}政务服务`,
      fontSize: 15,
      color: SOFT,
      alignment: 'center',
      margin: [0, PAGE_HEIGHT * 0.14, 0, 6],
    },
    { text: '办事指南', fontSize: 20, color: BLUE, alignment: 'center', characterSpacing: 6 },
    {
      text: said(item.name),
      bold: true,
      fontSize: 25,
      color: BLUE,
      alignment: 'center',
      margin: [0, PAGE_HEIGHT * 0.07, 0, PAGE_HEIGHT * 0.05],
    },
    keyTiles(item, Math.min(type, 10)),
    { text: '', margin: [0, PAGE_HEIGHT * 0.03, 0, 0] },
    ...code,
  ];
}

function leftOf(item: ItemStandard, type: number): Content[] {
  const materials = item.materials.map((material) => {
    const told = [paperOf(material), needOf(material)].filter((its) => its !== UNSAID).join('，');
    return entry(said(material.name), told, adviceOn(material));
  });
  return [
    ...part('服务对象', [{ text: said(item.serviceObject) }], type),
    ...part('办理条件', [numbered(item.conditions.map(said), 3)], type),
    ...part('申请材料', [numbered(materials, 3)], type),
  ];
}

function rightOf(item: ItemStandard, type: number): Content[] {
  const steps = item.steps.map((step) => {
    const days = stepDaysOf(step, item);
    return entry(stepNameOf(step), days === UNSAID ? roleOf(step) : `${roleOf(step)}，${days}`);
  });
  const limits = [
    `承诺时限：${promiseOf(item)}`,
    `法定时限：${statutoryOf(item)}`,
    ...procedureLines(item),
  ];
  return [
    ...part('办理流程', [numbered(steps, 3)], type),
    ...part('办理时限', [numbered(limits, 3)], type),
    ...part('收费情况', [{ text: feeOf(item) }], type),
    ...part('办理结果', [{ text: said(item.resultDocuments.join('；')) }], type),
    ...part('送达方式', [{ text: deliveryOf(item) }], type),
  ];
}

/** So short that breaking it would look odd. */
const SHORT = 16;

/** What it is, in bold; how many or how long, behind it; what else to know, below. */
function entry(name: string, told: string, advice = ''): Content {
  const line: Content = {
    text: [
      { text: `${name}\u3000`, bold: true },
      { text: told, color: SOFT, noWrap: told.length < SHORT },
    ],
  };
  return advice === '' ? line : { stack: [line, { text: advice }] };
}

function backOf(item: ItemStandard, header: GuideHeader, type: number): Content[] {
  const places = header.places
    .slice(0, MOST_PLACES)
    .map(({ name, address, telephone, hours }) =>
      entry(said(name), printable(address ?? ''), `${said(telephone)}\u3000${said(hours)}`),
    );
  const warning = warningOf(item);
  return [
    ...part('设定依据', [numbered(item.legalBases.map(basisOf), 3)], type),
    ...part(
      '办理地点和咨询',
      [...(places.length > 0 ? [numbered(places, 3)] : []), placesNote(header, MOST_PLACES)],
      type,
    ),
    ...(warning === null ? [] : part('说明', [{ text: warning }], type)),
    {
      text: versionWords(item, header),
      color: SOFT,
      fontSize: 8,
      margin: [0, type * 1.4, 0, 0],
    },
  ];
}

function part(heading: string, content: Content[], type: number): Content[] {
  return [
    {
      text: heading,
      bold: true,
      color: BLUE,
      fontSize: type * 1.2,
      margin: [0, type * 0.75, 0, type * 0.3],
    },
    ...content,
  ];
}
