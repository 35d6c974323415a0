import { launchable } from '../up/launchable.mjs';
import { runJest } from './jest.mjs';
import { needsOf, provide } from './needs.mjs';
import { prepareWorkspace } from '../up/workspace.mjs';

const args = process.argv.slice(2);

await launchable(async (shutdown) => {
  await prepareWorkspace(shutdown, { build: false });
  const needs = await needsOf(args, shutdown);
  if (needs.build) await prepareWorkspace(shutdown);
  const env = await provide(needs, shutdown);
  return runJest(args, env, shutdown);
});
