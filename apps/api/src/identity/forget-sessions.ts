import type { Reader } from '@yikou/platform';

/**
 * Sessions are kept for half a year after their end, as long as the law asks for records of who was
 * signed in from where (网络安全法第二十一条); then some at a time are forgotten, with their used tokens.
 *
 * @param tx in the scope of the system `housekeeping`
 */
export async function forgetSessionsBefore(tx: Reader, instant: Date): Promise<void> {
  await tx.query(
    `DELETE FROM sessions WHERE id = ANY(ARRAY(
       SELECT id FROM sessions WHERE ends_at < $1 ORDER BY ends_at LIMIT 5000))`,
    [instant],
  );
}
