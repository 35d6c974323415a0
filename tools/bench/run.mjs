import { launchable } from '../up/launchable.mjs';
import { Refusal } from '../up/refusal.mjs';
import { prepareWorkspace } from '../up/workspace.mjs';
import { scopeCost } from './scope-cost.mjs';
import { searchCost } from './search-cost.mjs';

/** Each measure by its name: `npm run bench -- scope`. */
const MEASURES = { scope: scopeCost, search: searchCost };

const chosen = process.argv.slice(2);

await launchable(async (shutdown) => {
  const names = chosen.length > 0 ? chosen : Object.keys(MEASURES);
  const unknown = names.find((name) => !MEASURES[name]);
  if (unknown) {
    throw new Refusal(
      `没有这项测量：${unknown}（可选：${Object.keys(MEASURES).join('、')}）`,
      `no such measure: ${unknown} (there are: ${Object.keys(MEASURES).join(', ')})`,
    );
  }
  await prepareWorkspace(shutdown);
  let met = true;
  for (const name of names) met = (await MEASURES[name](shutdown)) && met;
  return met ? 0 : 1;
});
