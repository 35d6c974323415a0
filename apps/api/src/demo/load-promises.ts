import type { Tx } from '@yikou/platform';
import type { BodyFile } from './data-files.js';

/** Before any day to which the clock of a sandbox is set. */
const SINCE = '2016-01-01';

/** R76: each centre's administrator has published the same promises. Made up. */
export async function loadPromises(tx: Tx, { promises }: BodyFile): Promise<void> {
  const list = promises.map(([title, text]) => ({ title, text }));
  await tx.query(
    `INSERT INTO service_promises (unit_id, number, effective_from, promises, published_at, published_by_id)
     SELECT u.id, 1, $1::date, $2, $3, a.id
     FROM units u JOIN accounts a ON a.unit_id = u.id JOIN role_grants g ON g.account_id = a.id
     WHERE u.kind = 'CENTRE' AND g.role = 'CENTRE_ADMINISTRATOR'`,
    [SINCE, JSON.stringify(list), `${SINCE}T00:00:00+08:00`],
  );
}
