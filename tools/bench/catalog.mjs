import { readFileSync } from 'node:fs';
import path from 'node:path';

const MANY_ITEMS = readFileSync(path.join(import.meta.dirname, 'many-items.sql'), 'utf8');

/** So many more items in force, of five versions each; the search index is brought up to date. */
export async function loadItems(owner, count, indexItems) {
  await owner.query('BEGIN');
  await owner.query(MANY_ITEMS.replace(':count', String(count)));
  await owner.query('COMMIT');
  await indexItems();
  await owner.query('VACUUM (ANALYZE)');
}
