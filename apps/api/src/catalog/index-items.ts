import { searchFormOf, standardOfVersion, type ItemStandard } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { ItemVersion } from './catalog.entity.js';
import { initialsOf, syllablesOf } from './pinyin-of.js';

/** Raised whenever the form of an entry changes: what has an older one is written anew. */
const FORM = 1;
const BATCH = 500;

const GONE = `
  DELETE FROM item_search s USING service_items i
  WHERE i.id = s.item_id AND i.current_version_id IS NULL AND ($1::uuid IS NULL OR i.id = $1)`;

const OUTDATED = `
  SELECT i.current_version_id AS id FROM service_items i LEFT JOIN item_search s ON s.item_id = i.id
  WHERE i.current_version_id IS NOT NULL AND ($2::uuid IS NULL OR i.id = $2)
    AND (s.version_id IS DISTINCT FROM i.current_version_id OR s.form <> $1)
  LIMIT ${BATCH}`;

const WRITE = `
  INSERT INTO item_search (item_id, version_id, form, code, theme, level, class, handling_kind, closure,
    name, initials, text, spelling, grams)
  SELECT e.item_id, e.version_id, e.form, e.code, e.theme, e.level, e.class, e.handling_kind, e.closure,
    e.name, e.initials, e.text, e.spelling, array_to_tsvector(e.grams)
  FROM jsonb_to_recordset($1::jsonb) AS e(item_id uuid, version_id uuid, form int, code text, theme text,
    level text, class text, handling_kind text, closure text, name text, initials text, text text,
    spelling text, grams text[])
  ON CONFLICT (item_id) DO UPDATE SET (version_id, form, code, theme, level, class, handling_kind, closure,
    name, initials, text, spelling, grams) = (excluded.version_id, excluded.form, excluded.code,
    excluded.theme, excluded.level, excluded.class, excluded.handling_kind, excluded.closure, excluded.name,
    excluded.initials, excluded.text, excluded.spelling, excluded.grams)`;

/**
 * Brings the search index to the versions that are in force now; what is right already stays untouched.
 *
 * @param itemId one item, or all that have changed
 */
export async function indexItems(tx: Tx, itemId: string | null = null): Promise<void> {
  await tx.query(GONE, [itemId]);
  for (;;) {
    const outdated: { id: string }[] = await tx.query(OUTDATED, [FORM, itemId]);
    if (outdated.length === 0) return;
    const versions = await tx.findBy(ItemVersion, outdated);
    await tx.query(WRITE, [JSON.stringify(versions.map(entryOf))]);
    if (outdated.length < BATCH) return;
  }
}

function entryOf(version: ItemVersion) {
  const { itemId, id, itemCode, theme, level, handlingKind, closure, name, nameEn } = version;
  const standard = standardOfVersion(version);
  const form = searchFormOf({
    name,
    nameEn,
    code: itemCode,
    initials: initialsOf(name),
    syllables: syllablesOf(name),
    words: wordsOf(standard),
  });
  return {
    item_id: itemId,
    version_id: id,
    form: FORM,
    code: itemCode,
    theme,
    level,
    class: standard.class,
    handling_kind: handlingKind,
    closure,
    ...form,
  };
}

function wordsOf(standard: ItemStandard): string[] {
  const { themes, category, serviceObject, ownerDepartment, leadDepartment } = standard;
  return [
    ...themes,
    category.name,
    serviceObject,
    ownerDepartment,
    leadDepartment,
    ...standard.resultDocuments,
  ];
}
