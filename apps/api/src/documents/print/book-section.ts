import type { ItemStandard } from '@yikou/domain';
import type { Content } from 'pdfmake';
import { factsTable, materialsTable, procedureLines, stepsTable } from './guide-parts.js';
import { codesOf, factsOf } from './item-facts.js';
import { basisOf, printable, said, warningOf } from './item-words.js';
import { BLUE, numbered, SOFT } from './look.js';

/** What the book says of one item, under the headings of the plan (R33). */
export function bookSection(item: ItemStandard, type: number): Content[] {
  const procedures = procedureLines(item);
  const note = remarksOf(item);
  return [
    ...part('事项类别、承诺时限、收费情况及其他要素', factsTable(allFacts(item), type), type),
    ...part('办理条件', numbered(item.conditions.map(said), 2), type),
    ...part('提交资料', materialsTable(item, type), type),
    ...part('办事程序', stepsTable(item, type), type),
    ...(procedures.length > 0 ? part('特别程序', numbered(procedures, 2), type) : []),
    ...part('政策依据', numbered(item.legalBases.map(basisOf), 2), type),
    ...(note === null ? [] : part('备注', { text: note, color: SOFT, fontSize: type * 0.9 }, type)),
  ];
}

function allFacts(item: ItemStandard) {
  return [['事项名称', said(item.name), true] as const, ...codesOf(item), ...factsOf(item)];
}

/** The remarks of the standard, and how far its content is confirmed. */
export function remarksOf(item: ItemStandard): string | null {
  const told = [printable(item.note), warningOf(item) ?? ''].filter((text) => text !== '');
  return told.length === 0 ? null : told.join('\n');
}

/** A heading with what follows it: on one page if that is short, else together with its beginning. */
function part(heading: string, content: Content, type: number): Content[] {
  const head: Content = {
    text: heading,
    bold: true,
    color: BLUE,
    fontSize: type * 1.1,
    margin: [0, type * 0.75, 0, type * 0.3],
  };
  return [{ stack: [head, content], unbreakable: lengthOf(content) < SHORT }];
}

/** Characters; a page holds about three times as many. */
const SHORT = 700;

function lengthOf(content: unknown): number {
  if (typeof content === 'string') return content.length;
  if (typeof content !== 'object' || content === null) return 0;
  return Object.values(content).reduce((sum: number, its) => sum + lengthOf(its), 0);
}
