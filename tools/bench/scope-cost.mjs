import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../up/settings.mjs';
import { loadCases, openDistrict } from './district.mjs';

const CASES = Number(process.env.YIKOU_BENCH_CASES ?? 100_000);
const ROUNDS = 7;
const CALLS = 300;
/** The bar: the same query without row-level security times this. */
const LIMIT = 1.3;
const GUARDED = ['cases', 'tasks', 'deadlines', 'deadline_pauses', 'units', 'accounts'];

/** What row-level security costs the worklist of a section: on and off in turns, on the same data. */
export async function scopeCost(shutdown) {
  const { owner, env } = await openDistrict(shutdown);
  await loadCases(owner, CASES);
  const { worklist, close } = await openWorklist(owner, env);
  const switchTo = async (state) => {
    for (const table of GUARDED) {
      await owner.query(`ALTER TABLE ${table} ${state} ROW LEVEL SECURITY`);
    }
    await round(worklist, 30);
  };
  const times = { ENABLE: [], DISABLE: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const state of turn % 2 ? ['ENABLE', 'DISABLE'] : ['DISABLE', 'ENABLE']) {
      await switchTo(state);
      times[state].push(await round(worklist, CALLS));
    }
  }
  await close();
  return report(median(times.ENABLE), median(times.DISABLE), times);
}

/** The handler's own class, with the scope of somebody of a section. */
async function openWorklist(owner, env) {
  Object.assign(process.env, env);
  const from = (file) => import(pathToFileURL(path.join(root, file)).href);
  await import('reflect-metadata');
  const { NestFactory } = await import('@nestjs/core');
  const { readSettings, runInContext } = await from('libs/platform/dist/index.js');
  const { AppModule } = await from('apps/api/dist/src/app.module.js');
  const { WorklistQueries } = await from('apps/api/dist/src/workflow/worklist.queries.js');
  const app = await NestFactory.createApplicationContext(AppModule.with(readSettings()), {
    logger: ['error'],
  });
  const { rows } = await owner.query(
    `SELECT a.id AS "accountId", a.display_name AS name, u.id AS "unitId", r.path AS "areaPath"
     FROM units u JOIN accounts a ON a.unit_id = u.id JOIN areas r ON r.code = u.area_code
     WHERE u.kind = 'SECTION' ORDER BY u.code LIMIT 1`,
  );
  const scope = { ...rows[0], ownUnit: true, subtree: false, roles: ['SECTION_HANDLER'] };
  const queries = app.get(WorklistQueries);
  const worklist = () =>
    runInContext({ traceId: 'bench', scope }, () => queries.page({ limit: 20 }, rows[0]));
  const { items } = await worklist();
  if (items.length !== 20) throw new Error(`the worklist has ${items.length} rows`);
  return { worklist, close: () => app.close() };
}

/** @returns milliseconds a call */
async function round(work, calls) {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) await work();
  return (performance.now() - start) / calls;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function report(on, off, times) {
  const ratio = on / off;
  const spread = (all) => `${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)}`;
  console.log(
    `worklist of a section, ${CASES} open cases, median of ${ROUNDS} rounds of ${CALLS} calls`,
  );
  console.log(`  row-level security on   ${on.toFixed(2)} ms (${spread(times.ENABLE)})`);
  console.log(`  row-level security off  ${off.toFixed(2)} ms (${spread(times.DISABLE)})`);
  console.log(`  ratio ${ratio.toFixed(2)} (limit ${LIMIT}): ${ratio <= LIMIT ? 'met' : 'missed'}`);
  return ratio <= LIMIT;
}
