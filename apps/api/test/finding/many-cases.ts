import type { QueryRunner } from 'typeorm';
import type { District } from '../support/district.js';

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';

/**
 * Puts copies of a case into the tables, each with a clock and every third with a task, spread over items,
 * surnames, states and centres; one statement each, so that twenty thousand take seconds.
 */
export async function plantCases(
  { sql }: District,
  likeId: string,
  count: number,
  since = new Date('2025-06-01T00:00:00Z'),
): Promise<void> {
  // One connection, which sees its own temporary table and takes its time on a busy machine.
  const runner = sql.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    await plant(runner, likeId, count, since);
  } finally {
    await runner.query('RESET statement_timeout');
    await runner.release();
  }
}

async function plant(sql: QueryRunner, likeId: string, count: number, since: Date): Promise<void> {
  await sql.query(
    `CREATE TEMP TABLE planted AS
     SELECT n, gen_random_uuid() AS id, i.id AS item_id, i.code, i.name, u.id AS unit_id, r.path AS area_path,
       left(u.area_code, 9) || to_char($2::timestamptz + n * interval '15 minutes', 'YYYYMMDD') || lpad((n + 50000)::text, 6, '0') AS number,
       $2::timestamptz + n * interval '15 minutes' AS at,
       (ARRAY['REGISTERED','ACCEPTED','TRANSFERRED','IN_PROGRESS','DECIDED','DELIVERED'])[1 + n % 6] AS state,
       substr($3, 1 + n % ${SURNAMES.length}, 1) || '**' AS applicant_name
     FROM generate_series(1, $1::int) n
     JOIN (SELECT i.id, i.code, v.name, row_number() OVER (ORDER BY i.code) - 1 AS k, count(*) OVER () AS m
       FROM service_items i JOIN item_versions v ON v.id = i.current_version_id) i ON i.k = n % i.m
     JOIN (SELECT u.*, row_number() OVER (ORDER BY u.code) - 1 AS k, count(*) OVER () AS m
       FROM units u WHERE u.kind = 'CENTRE') u ON u.k = n % u.m
     JOIN areas r ON r.code = u.area_code`,
    [count, since, SURNAMES],
  );
  await sql.query(
    `INSERT INTO applicants SELECT (jsonb_populate_record(a, jsonb_build_object('id', p.id,
       'identity_index', 'planted-' || p.n, 'telephone_index', 'planted-' || p.n, 'taking_unit_id', p.unit_id))).*
     FROM planted p, cases c JOIN applicants a ON a.id = c.applicant_id WHERE c.id = $1`,
    [likeId],
  );
  await sql.query(
    `INSERT INTO cases SELECT (jsonb_populate_record(c, jsonb_build_object('id', p.id, 'number', p.number,
       'item_id', p.item_id, 'item_code', p.code, 'item_name', p.name, 'taking_unit_id', p.unit_id,
       'holder_unit_id', p.unit_id, 'area_path', p.area_path, 'applicant_id', p.id, 'state', p.state,
       'applicant_name', p.applicant_name, 'registered_at', p.at,
       'accepted_at', CASE WHEN p.state <> 'REGISTERED' THEN p.at END))).*
     FROM planted p, cases c WHERE c.id = $1`,
    [likeId],
  );
  await sql.query(
    `INSERT INTO case_units (unit_id, case_id, registered_at) SELECT unit_id, id, at FROM planted`,
  );
  await sql.query(
    `INSERT INTO tasks (id, case_id, stage_index, name, unit_id, state, opened_at)
     SELECT gen_random_uuid(), id, 0, '受理', unit_id, 'OPEN', at FROM planted WHERE n % 3 = 0`,
  );
  await sql.query(
    `INSERT INTO deadlines (id, subject_id, reference, title, kind, state, limit_amount, limit_unit, started_at,
       due_at, warn_at, provisional, owner_unit_id, subject_unit_id, unit_ids, area_path)
     SELECT gen_random_uuid(), id, number, name, 'TASK', 'RUNNING', 1, 'WORKING_DAY', at, at + interval '1 day',
       at + interval '20 hours', false, unit_id, unit_id, ARRAY[unit_id], area_path FROM planted`,
  );
  await sql.query('DROP TABLE planted');
  for (const table of ['cases', 'case_units', 'tasks', 'deadlines', 'applicants']) {
    await sql.query(`VACUUM ANALYZE ${table}`);
  }
}
