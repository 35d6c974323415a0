import { documentError } from '../document-error.js';
import type { Grid } from './grid.js';
import { openPackage, type OpenPackage } from './open-package.js';
import { refuseContents } from './refuse-contents.js';
import { sharedTexts, sheetCells } from './sheet-cells.js';
import { attributeOf, xmlTokens } from './xml-tokens.js';

const MOST_SHEETS = 30;

/**
 * The sheets of a workbook from outside, as plain cells.
 *
 * Not by exceljs: it inflates before it looks, and lays out each cell of a range that a validation, a
 * merge or a name declares, so that a file of 2 kB can ask for 17 thousand million cells.
 *
 * @throws DomainError `document.*` for a file that is not taken at all
 */
export function readGrids(file: Buffer): Grid[] {
  const opened = openPackage(file);
  refuseContents(opened);
  const workbook = partNamed(opened, workbookPart(opened));
  const relations = relationsOf(opened, workbookPart(opened));
  const texts = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'));
  const shared = texts ? sharedTexts(partNamed(opened, texts.target)) : [];
  const sheets = sheetsOf(workbook);
  if (sheets.length > MOST_SHEETS) throw documentError('document.too_many_rows');
  const read = new Set<string>();
  return sheets.flatMap(({ name, relation }) => {
    const target = relations.get(relation);
    // Sheets that share one part would have it read over and over.
    if (!target || read.has(target.target)) throw documentError('document.damaged', name);
    read.add(target.target);
    if (!target.type.endsWith('/worksheet')) return [];
    return [sheetCells(name, partNamed(opened, target.target), shared)];
  });
}

interface Relation {
  type: string;
  target: string;
}

function workbookPart(opened: OpenPackage): string {
  const main = [...relationsOf(opened, '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  if (!main || opened.read(main.target) === null) throw documentError('document.not_a_workbook');
  if (!/^xl\//i.test(main.target)) throw documentError('document.not_a_workbook', main.target);
  return main.target;
}

/** The relations of a part by their ids; a target is a full path inside the package. */
function relationsOf(opened: OpenPackage, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = opened.read(`${folder}_rels/${part.slice(slash)}.rels`)?.toString('utf8') ?? '';
  const relations = new Map<string, Relation>();
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue;
    const told = (name: string) => attributeOf(token.attributes, name) ?? '';
    relations.set(told('Id'), { type: told('Type'), target: resolved(folder, told('Target')) });
  }
  return relations;
}

function resolved(folder: string, target: string): string {
  const base = `file:///${folder}`;
  return URL.canParse(target, base) ? new URL(target, base).pathname.slice(1) : '';
}

function sheetsOf(workbook: string): { name: string; relation: string }[] {
  const sheets = [];
  for (const token of xmlTokens(workbook)) {
    if (token.kind !== 'open' || token.name !== 'sheet') continue;
    const name = attributeOf(token.attributes, 'name') ?? '';
    const [, relation = ''] = /\s[\w.-]+:id\s*=\s*["']([^"']*)/.exec(token.attributes) ?? [];
    sheets.push({ name, relation });
  }
  return sheets;
}

/** @throws DomainError `document.damaged` for a part that is missing or is not UTF-8 */
function partNamed(opened: OpenPackage, name: string): string {
  const bytes = opened.read(name);
  if (!bytes) throw documentError('document.damaged', name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw documentError('document.damaged', name);
  }
}
