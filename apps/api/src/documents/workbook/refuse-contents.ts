import { documentError } from '../document-error.js';
import type { OpenPackage } from './open-package.js';
import { attributeOf, xmlTokens } from './xml-tokens.js';

const MACROS = /(^|\/)(vbaProject[^/]*\.bin|macrosheets\/|activeX\/|ctrlProps\/|embeddings\/)/i;
const FOREIGN = /(^|\/)(externalLinks\/|connections\.xml$|queryTables\/|model\/|customData\/)/i;
const RELATIONS = /\.rels$/i;
const CONTENT_TYPES = '[Content_Types].xml';

/**
 * Refuses what a list of items has no use for: macros, controls, embedded objects, links to other files.
 * A hyperlink in a cell is let pass; only its words are read.
 *
 * @throws DomainError `document.has_macros`, `document.has_external_links`, `document.not_a_workbook`
 */
export function refuseContents(opened: OpenPackage): void {
  const types = opened.read(CONTENT_TYPES)?.toString('utf8');
  if (types === undefined) throw documentError('document.not_a_workbook');
  if (/macroEnabled/i.test(types) || opened.names.some((name) => MACROS.test(name))) {
    throw documentError('document.has_macros');
  }
  const foreign = opened.names.find((name) => FOREIGN.test(name));
  if (foreign !== undefined) throw documentError('document.has_external_links', foreign);
  for (const name of opened.names.filter((part) => RELATIONS.test(part))) {
    if (leadsOut(opened.read(name)?.toString('utf8') ?? '')) {
      throw documentError('document.has_external_links', name);
    }
  }
}

function leadsOut(relations: string): boolean {
  for (const token of xmlTokens(relations)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue;
    const isExternal = attributeOf(token.attributes, 'TargetMode') === 'External';
    const isHyperlink = /\/hyperlink$/.test(attributeOf(token.attributes, 'Type') ?? '');
    if (isExternal && !isHyperlink) return true;
  }
  return false;
}
