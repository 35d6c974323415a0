import { writeFileSync } from 'node:fs';
import { launchable } from '../up/launchable.mjs';
import { prepareWorkspace } from '../up/workspace.mjs';

/** Every step runs, also after one has failed; `npm run check -- lint types` runs only these. */
await launchable(async (shutdown) => {
  await prepareWorkspace(shutdown, { build: false });
  const { STEPS } = await import('./steps.mjs');
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !STEPS[name]);
  if (unknown.length) {
    console.error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(STEPS).join(', ')}`);
    return 2;
  }
  const names = wanted.length ? wanted : Object.keys(STEPS);
  const are = (...some) => names.filter((name) => some.includes(name));
  const rest = names.filter((name) => !['types', 'lint'].includes(name));
  // The linter reads what the types were built to, and takes as long as all the others together.
  const built = await inTurn(are('types'), STEPS, shutdown);
  const lanes = [are('lint'), rest].map((lane) => inTurn(lane, STEPS, shutdown));
  return summary([...built, ...(await Promise.all(lanes)).flat()]);
});

async function inTurn(names, steps, shutdown) {
  const results = [];
  for (const name of names) results.push(await take(name, steps[name], shutdown));
  return results;
}

async function take(name, step, shutdown) {
  const started = Date.now();
  const outcome = await step(shutdown).catch((error) => ({ ok: false, output: error.stack }));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.padStart(6)} s`);
  if (!outcome.ok) console.log(outcome.output.trim().replaceAll(/^/gm, '    '));
  return { name, ok: outcome.ok };
}

function summary(results) {
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  const passed = results.length - failed.length;
  const file = process.env.YIKOU_CHECK_TOTALS;
  if (file) writeFileSync(file, JSON.stringify({ passed, failed: failed.length }));
  console.log(`\n${passed} passed, ${failed.length} failed${failed.length ? `: ${failed}` : ''}`);
  return failed.length ? 1 : 0;
}
