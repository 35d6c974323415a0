import type { Tx } from '@yikou/platform';

/*
 * Taking a request and taking what is offered away would each not see what the other has not committed
 * yet. A row lock would need the right to change the offering, which a counter does not have. What is
 * read after either of these is read as the other has left it.
 */
const KEY = "hashtextextended('offerings:' || $1, 0)";

/** Until commit nothing that the unit offers is taken away. */
export async function keepOffers(tx: Tx, unitId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${KEY})`, [unitId]);
}

/** Waits for everybody who is taking a request at the unit; until commit nobody begins to. */
export async function lockOffers(tx: Tx, unitId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${KEY})`, [unitId]);
}
