import type { ItemStandard } from '@yikou/domain';
import { HeadingLevel, Paragraph, type Table } from 'docx';
import { remarksOf } from './book-section.js';
import { paragraph, table, type DocxCell } from './docx-look.js';
import { procedureLines } from './guide-parts.js';
import { codesOf, factsOf } from './item-facts.js';
import {
  adviceOn,
  basisOf,
  needOf,
  paperOf,
  roleOf,
  said,
  stepDaysOf,
  stepNameOf,
  UNSAID,
} from './item-words.js';

type Block = Paragraph | Table;

/** What the book says of one item, under the headings of the plan (R33). */
export function docxSection(item: ItemStandard): Block[] {
  const procedures = procedureLines(item);
  const remarks = remarksOf(item);
  return [
    ...part('事项类别、承诺时限、收费情况及其他要素', [factsTable(item)]),
    ...part('办理条件', numbered(item.conditions.map(said))),
    ...part('提交资料', [materialsTable(item)]),
    ...part('办事程序', [stepsTable(item)]),
    ...(procedures.length > 0 ? part('特别程序', numbered(procedures)) : []),
    ...part('政策依据', numbered(item.legalBases.map(basisOf))),
    ...(remarks === null ? [] : part('备注', [paragraph(remarks, {}, { size: 18 })])),
  ];
}

function part(heading: string, blocks: readonly Block[]): Block[] {
  return [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_3 }), ...blocks];
}

/** Numbers as text: they are quoted in rulings, and must not change when somebody edits the list. */
function numbered(texts: readonly string[]): Paragraph[] {
  if (texts.length <= 1) return [paragraph(texts[0] ?? UNSAID)];
  return texts.map((text, i) => paragraph(`${i + 1}. ${text}`));
}

const label = (text: string): DocxCell => ({ text, isLabel: true });
const head = (text: string): DocxCell => ({ text, isLabel: true, isCentred: true });
const centred = (text: string): DocxCell => ({ text, isCentred: true });

function factsTable(item: ItemStandard): Table {
  const facts = [['事项名称', said(item.name)] as const, ...codesOf(item), ...factsOf(item)];
  const rows = facts.map(([name, value]) => [label(name), { text: value }]);
  return table(rows, [32, 134], 0);
}

function materialsTable({ materials }: ItemStandard): Table {
  const heads = ['序号', '材料名称', '形式及份数', '必备', '来源及说明'].map(head);
  const rows = materials.map((material, i) => [
    centred(`${i + 1}`),
    { text: said(material.name) },
    centred(paperOf(material)),
    centred(needOf(material)),
    { text: adviceOn(material) },
  ]);
  return table([heads, ...rows], [12, 54, 28, 14, 58], 1);
}

function stepsTable(item: ItemStandard): Table {
  const heads = ['序号', '办理环节', '办理单位', '时限'].map(head);
  const rows = item.steps.map((step, i) => [
    centred(`${i + 1}`),
    { text: stepNameOf(step) },
    centred(roleOf(step)),
    centred(stepDaysOf(step, item)),
  ]);
  return table([heads, ...rows], [12, 90, 34, 30], 1);
}
