import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemStandard } from '@yikou/domain';
import { RefreshComparisons } from '../../src/combing/index.js';
import { valueHashOf } from '../../src/documents/index.js';
import type { Client } from '../support/client.js';
import { matrixOf, standardsOf } from '../support/combing.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, type District } from '../support/district.js';

const STREETS = 100;
const ITEMS = 500;
const BAR_MS = 5000;

/** Every third cell differs in its note, every ninth in a core element as well. */
function contentOf(standard: ItemStandard, street: number, item: number): ItemStandard {
  const turn = (street + item) % 9;
  const noted =
    turn % 3 === 0 ? { ...standard, note: `${standard.note}（第${street}街道）` } : standard;
  return turn === 0 ? { ...noted, conditions: [...standard.conditions, '本街道常住'] } : noted;
}

describe(`R34: the matrix of ${STREETS} streets × ${ITEMS} items`, () => {
  let district: District;
  let supervisor: Client;

  beforeAll(async () => {
    district = await openDistrict();
    supervisor = await district.as('erqi-supervisor');
    await plant(district);
  });
  afterAll(() => district.close());

  it(`is answered in less than ${BAR_MS} ms, compared before or not at all`, async () => {
    const anew = await timed();
    expect(await district.app.get(RefreshComparisons).run(1000)).toBe(STREETS * ITEMS);
    const kept = await timed();
    const said = `${STREETS} × ${ITEMS}: ${anew.ms} ms (${anew.cpu} ms of CPU) comparing anew, ${kept.ms} ms (${kept.cpu} ms) with the comparisons kept`;
    process.stdout.write(`${said}\n`);
    expect(kept.matrix).toEqual(anew.matrix);
    expect([kept.matrix.rows.length, kept.matrix.columnCount]).toEqual([STREETS, ITEMS]);
    expect(Math.min(kept.ms, kept.cpu)).toBeLessThan(BAR_MS);
  });

  it('sends the same few statements however large it is', async () => {
    const sent = await countQueries(district, () => matrixOf(supervisor));
    expect(sent).toHaveLength(9);
  });

  async function timed() {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    const matrix = await matrixOf(supervisor);
    const { user, system } = process.cpuUsage(used);
    const ms = Math.round(performance.now() - begun);
    return { matrix, ms, cpu: Math.round((user + system) / 1000) };
  }
});

/** Straight into the tables: what is measured is the answer, not the import. */
async function plant(district: District): Promise<void> {
  const { sql } = district;
  await sql.query('DELETE FROM offerings');
  await sql.query(
    `INSERT INTO areas (code, name, level, parent_code, path)
     SELECT '4199' || lpad(n::text, 8, '0'), '第' || n || '街道', 'STREET', '410103000000',
       '410100000000/410103000000/4199' || lpad(n::text, 8, '0') || '/' FROM generate_series(1, $1) n`,
    [STREETS],
  );
  await sql.query(
    `INSERT INTO service_items (id, code, level)
     SELECT gen_random_uuid(), 'X-' || lpad(n::text, 4, '0'), 'STREET' FROM generate_series(64, $1) n`,
    [ITEMS],
  );
  await sql.query(
    `INSERT INTO item_versions SELECT n.* FROM service_items i JOIN item_versions v
         ON i.current_version_id IS NULL AND v.item_code = 'EQ-T-05-001',
       LATERAL jsonb_populate_record(NULL::item_versions, to_jsonb(v) || jsonb_build_object('id',
         gen_random_uuid(), 'item_id', i.id, 'item_code', i.code, 'name', v.name || i.code)) n`,
  );
  await sql.query(
    'UPDATE service_items i SET current_version_id = v.id FROM item_versions v WHERE v.item_id = i.id',
  );
  await plantLists(sql, await standardsOf(district));
}

async function plantLists(sql: District['sql'], standards: ItemStandard[]): Promise<void> {
  const now = new Date();
  for (let street = 1; street <= STREETS; street += 1) {
    const area = `4199${String(street).padStart(8, '0')}`;
    const entries = standards.map((standard, item) => {
      const content = contentOf(standard, street, item);
      return {
        position: item + 1,
        code: standard.code,
        name: standard.name,
        level: standard.level,
        content,
        content_hash: valueHashOf(content),
      };
    });
    await sql.query(
      `WITH area AS (SELECT code, path FROM areas WHERE code = $1),
       import AS (INSERT INTO street_list_imports (id, area_code, area_path, levels, file_name, format,
           storage_key, bytes, sha256, dry_run, state, created_at, created_by_id, finished_at)
         SELECT gen_random_uuid(), code, path, '{STREET,COMMUNITY}', 'x', 'json', gen_random_uuid(), 1, '',
           false, 'DONE', $2, (SELECT id FROM accounts LIMIT 1), $2 FROM area RETURNING id),
       list AS (INSERT INTO street_lists (id, area_code, area_path, edition, levels, import_id, made_at)
         SELECT gen_random_uuid(), code, path, 1, '{STREET,COMMUNITY}', import.id, $2 FROM area, import
         RETURNING id, area_path)
       INSERT INTO street_list_entries (id, list_id, area_path, position, code, name, level, content,
         content_hash, state, found, item_id)
       SELECT gen_random_uuid(), list.id, list.area_path, e.position, e.code, e.name, e.level, e.content, e.content_hash,
         'MATCHED', 'CODE', i.id
       FROM list, jsonb_to_recordset($3::jsonb)
         AS e(position int, code text, name text, level text, content jsonb, content_hash text)
       JOIN service_items i ON i.code = e.code`,
      [area, now, JSON.stringify(entries)],
    );
  }
  await sql.query('ANALYZE');
}
