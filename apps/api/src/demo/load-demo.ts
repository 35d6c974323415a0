import type { DataSource } from 'typeorm';
import { Area } from '../organisation/index.js';
import { readBodies, readDivisions, readItems } from './data-files.js';
import { DEMO_PASSWORD, loadAccounts } from './load-accounts.js';
import { loadItems } from './load-items.js';
import { loadAreas, loadUnits } from './load-organisation.js';
import { loadPromises } from './load-promises.js';

/** Loads the demo district, once: a database that has areas is left as it is. */
export async function loadDemo(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (tx) => {
    if (await tx.existsBy(Area, {})) return;
    const divisions = readDivisions();
    const bodies = readBodies();
    await loadAreas(tx, divisions, bodies);
    const units = await loadUnits(tx, divisions, bodies);
    await loadAccounts(tx, units);
    await loadItems(tx, readItems(), bodies, units);
    await loadPromises(tx, bodies);
  });
}

export interface DemoAccount {
  loginName: string;
  password: string;
  displayName: string;
  role: string;
  unit: string;
}

/** One account for each role and level, to show at the start. */
const SHOWN = [
  'dxl-clerk1',
  'dxl-clerk2',
  'dxl-admin',
  'dxl-guide',
  'dxl-mz-handler',
  'dxl-mz-head',
  'dxl-z001-clerk',
  'erqi-mzj-approver',
  'zz-kgl-approver',
  'erqi-supervisor',
  'erqi-inspector',
  'erqi-auditor',
  'erqi-system',
  'erqi-security',
];

export async function shownAccounts(dataSource: DataSource): Promise<DemoAccount[]> {
  const rows: Omit<DemoAccount, 'password'>[] = await dataSource.query(
    `SELECT a.login_name AS "loginName", a.display_name AS "displayName", g.role, u.name AS unit
     FROM accounts a JOIN units u ON u.id = a.unit_id
       JOIN role_grants g ON g.account_id = a.id AND g.revoked_at IS NULL
     WHERE a.demo AND a.active AND a.login_name = ANY($1) ORDER BY array_position($1, a.login_name)`,
    [SHOWN],
  );
  return rows.map((row) => ({ ...row, password: DEMO_PASSWORD }));
}
