import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { appUrl } from '../up/app-url.mjs';
import { migrate } from '../up/doors.mjs';
import { startPostgres } from '../up/postgres/server.mjs';

/** The demo district in a PostgreSQL of its own, gone afterwards. */
export async function openDistrict(shutdown) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-bench-'));
  chmodSync(dir, 0o711);
  for (const name of ['logs', 'run']) mkdirSync(path.join(dir, name));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  shutdown.add({ stop: async () => remove(), force: remove });
  const server = await startPostgres(dir, { shutdown });
  const app = appUrl(server.url, dir);
  const env = { ...process.env, DATABASE_URL: app, YIKOU_DATA: dir, YIKOU_LOG: 'error' };
  const migrateAgain = () => migrate({ ...env, MIGRATOR_DATABASE_URL: server.url }, dir, shutdown);
  await migrateAgain();
  const { default: pg } = await import('pg');
  const owner = new pg.Client(server.url);
  await owner.connect();
  shutdown.add({ stop: () => owner.end(), force: () => {} });
  const services = { DATABASE_URL: app, YIKOU_DATA: dir, YIKOU_LOG: 'error' };
  return { owner, env: services, migrateAgain };
}

/** Open cases, each taken by a centre and waiting in one of the sections of its street. */
export async function loadCases(owner, count) {
  for (const statement of LOAD) await owner.query(statement.replaceAll(':count', String(count)));
  await owner.query('ANALYZE');
}

const LOAD = [
  `CREATE TEMP TABLE sections AS SELECT row_number() OVER (ORDER BY s.code) - 1 AS n, s.id AS section_id,
     c.id AS centre_id, a.path, (SELECT p.id FROM accounts p WHERE p.unit_id = c.id LIMIT 1) AS clerk_id
   FROM units s JOIN units c ON c.area_code = s.area_code AND c.kind = 'CENTRE'
   JOIN areas a ON a.code = s.area_code WHERE s.kind = 'SECTION'`,
  `CREATE TEMP TABLE loaded AS SELECT gen_random_uuid() AS id, gen_random_uuid() AS applicant_id, i, s.*
   FROM generate_series(1, :count) AS i JOIN sections s ON s.n = i % (SELECT count(*) FROM sections)`,
  `INSERT INTO applicants (id, kind, name, identity_number, telephone, taking_unit_id)
   SELECT applicant_id, 'PERSON', 'a1.k1.x', 'a1.k1.x', 'a1.k1.x', centre_id FROM loaded`,
  `INSERT INTO cases (id, number, state, item_id, item_version_id, item_code, item_name, item_version_number, item,
     path, stages, stage_index, taking_unit_id, taken_by_id, holder_unit_id, area_path, applicant_id,
     applicant_name, registered_at)
   SELECT l.id, 'B' || l.i, 'TRANSFERRED', v.item_id, v.id, v.item_code, v.name, v.number, '{}', 'LOCAL_PROMISED',
     '[{"name":"审核","kind":"TASK"}]', 0, l.centre_id, l.clerk_id, l.section_id, l.path, l.applicant_id, '王**',
     timestamptz '2026-01-05' + l.i * interval '1 minute'
   FROM loaded l, (SELECT * FROM item_versions ORDER BY item_code LIMIT 1) v`,
  `INSERT INTO case_units (case_id, unit_id, registered_at)
   SELECT id, u, timestamptz '2026-01-05' + i * interval '1 minute'
   FROM loaded, unnest(ARRAY[centre_id, section_id]) AS u`,
  `INSERT INTO tasks (id, case_id, stage_index, name, unit_id, state, opened_at)
   SELECT gen_random_uuid(), id, 0, '审核', section_id, 'OPEN', timestamptz '2026-01-05' + i * interval '1 minute'
   FROM loaded`,
  `INSERT INTO deadlines (id, subject_id, reference, title, kind, state, limit_amount, limit_unit, started_at,
     due_at, warn_at, provisional, owner_unit_id, subject_unit_id, unit_ids, area_path)
   SELECT gen_random_uuid(), id, 'B' || i, '审核', k, 'RUNNING', 10, 'WORKING_DAY', timestamptz '2026-01-05',
     timestamptz '2026-12-05' + i * interval '1 minute', timestamptz '2026-12-01', false, section_id, centre_id,
     ARRAY[centre_id, section_id], path
   FROM loaded, unnest(ARRAY['PROMISE', 'STATUTORY', 'TASK']) AS k`,
];
