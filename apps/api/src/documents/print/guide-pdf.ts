import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import { versionWords, type GuideHeader } from './guide-header.js';
import {
  factsTable,
  materialsTable,
  placesNote,
  placesTable,
  procedureLines,
  stepsTable,
} from './guide-parts.js';
import { codesOf, factsOf } from './item-facts.js';
import { basisOf, numeralOf, printable, said, warningOf } from './item-words.js';
import { BLUE, INK, mm, numbered, SOFT } from './look.js';
import { printFitting, type PdfDefinition, type PrintedPdf } from './print-pdf.js';

/** Factors of the type: 10.8 pt reads well, 8 pt is the least. */
const SIZES = [1.1, 1, 0.91, 0.82];
const BASE = 9.8;
const MOST_PLACES = 4;

/**
 * The guide (办事指南) to one item on A4: on one page where the type can be made to fit, else on two.
 *
 * @returns the file, and how many pages it has
 */
export function writeGuide(item: ItemStandard, header: GuideHeader): Promise<PrintedPdf> {
  return printFitting(1, SIZES, (size) => guide(item, header, BASE * size), header.date);
}

function guide(item: ItemStandard, header: GuideHeader, type: number): PdfDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [mm(16), mm(13), mm(16), mm(15)],
    info: { title: `${said(item.name)} 办事指南`, author: header.district, subject: item.code },
    defaultStyle: { fontSize: type, color: INK, lineHeight: 0.92 },
    content: [headOf(item, header, type), ...sectionsOf(item, header, type)],
    footer: (page, count) => footOf(item, header, page, count),
  };
}

type Column = Extract<Content, { columns: unknown[] }>['columns'][number];

function headOf(item: ItemStandard, { district, url }: GuideHeader, type: number): Content {
  const title: Column = {
    stack: [
      { text: `${printable(district)}政务服务事项办事指南`, color: SOFT, fontSize: type },
      { text: said(item.name), bold: true, fontSize: type * 1.9, color: BLUE, lineHeight: 0.95 },
    ],
    width: '*',
  };
  if (url === null) return { columns: [title], margin: [0, 0, 0, type * 0.6] };
  const code: Column = {
    stack: [
      { qr: url, fit: mm(21), eccLevel: 'M', alignment: 'right' },
      { text: '扫码查看', fontSize: 7, color: SOFT, alignment: 'right', margin: [0, 1, 0, 0] },
    ],
    width: mm(24),
  };
  return { columns: [title, code], columnGap: mm(4), margin: [0, 0, 0, type * 0.4] };
}

function sectionsOf(item: ItemStandard, header: GuideHeader, type: number): Content[] {
  const procedures = procedureLines(item);
  const sections: [string, Content[]][] = [
    ['基本信息', [factsTable([...codesOf(item), ...factsOf(item)], type)]],
    ['办理条件', [numbered(item.conditions.map(said), 1.2)]],
    ['申请材料', [materialsTable(item, type)]],
    ['办理流程', [stepsTable(item, type)]],
    ...(procedures.length > 0
      ? [['特别程序', [numbered(procedures, 1)]] satisfies [string, Content[]]]
      : []),
    ['设定依据', [numbered(item.legalBases.map(basisOf), 1.2)]],
    ['办理地点和咨询', placesOf(header, type)],
  ];
  const warning = warningOf(item);
  return [
    ...sections.flatMap(([heading, content], i) => section(heading, content, i + 1, type)),
    ...(warning === null ? [] : [{ text: `说明：${warning}`, color: SOFT, margin: [0, 4, 0, 0] }]),
  ] as Content[];
}

function placesOf(header: GuideHeader, type: number): Content[] {
  const note: Content = { text: placesNote(header, MOST_PLACES), margin: [0, 2, 0, 0] };
  return header.places.length === 0
    ? [note]
    : [placesTable(header.places, MOST_PLACES, type), note];
}

/** A heading stays with what follows it. */
function section(heading: string, content: Content[], number: number, type: number): Content[] {
  const head: Content = {
    text: `${numeralOf(number)}、${heading}`,
    bold: true,
    color: BLUE,
    fontSize: type * 1.12,
    margin: [0, type * 0.62, 0, type * 0.24],
    headlineLevel: 1,
  };
  return [head, ...content];
}

function footOf(item: ItemStandard, header: GuideHeader, page: number, count: number): Content {
  return {
    columns: [
      { text: versionWords(item, header), width: '*' },
      { text: `第${page}页 共${count}页`, width: 'auto' },
    ],
    fontSize: 7.5,
    color: SOFT,
    margin: [mm(16), mm(4), mm(16), 0],
  };
}
