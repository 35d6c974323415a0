import type { EntityManager } from 'typeorm';
import { escapeLiteral } from 'pg';
import type { PersonScope } from '../scope/scope.js';

/** That something changed, told to open screens: what it is and whom it reaches, never what stands in it. */
export interface Signal {
  /** Kind of thing, such as `case`. */
  kind: string;
  id: string;
  /** Units that take part in it. */
  units?: readonly string[];
  /** Path of the area it belongs to. */
  area?: string;
}

interface Noted {
  signals?: Signal[];
}

/** The channel of PostgreSQL on which all processes tell one another. */
export const LIVE_CHANNEL = 'yikou_live';

/** PostgreSQL takes less than 8000 bytes at once. */
const LONGEST_BYTES = 7900;

/** Tells open screens of a change as it commits: with a rollback nobody hears anything. */
export function signal(tx: EntityManager, ...signals: readonly Signal[]): void {
  const data = tx.queryRunner?.data as Noted | undefined;
  if (!data) throw new Error('a signal is given inside a transaction');
  (data.signals ??= []).push(...signals);
}

/**
 * Ends a transaction, and with it tells what it signalled: in the message that has to be sent anyway,
 * so that a signal costs no journey.
 */
export function commitOf(tx: EntityManager): string {
  const signals = (tx.queryRunner?.data as Noted | undefined)?.signals ?? [];
  if (signals.length === 0) return 'COMMIT';
  const calls = payloadsOf(signals).map(
    (payload) => `pg_notify('${LIVE_CHANNEL}', ${escapeLiteral(payload)})`,
  );
  return `SELECT ${calls.join(', ')}; COMMIT`;
}

/** Several short ones in one payload, each payload short enough. */
function payloadsOf(signals: readonly Signal[]): string[] {
  const payloads: string[] = [];
  let held: string[] = [];
  let bytes = 2;
  for (const text of new Set(signals.map((one) => JSON.stringify(one)))) {
    const more = Buffer.byteLength(text) + 1;
    if (more > LONGEST_BYTES) throw new Error('a signal names too many units');
    if (bytes + more > LONGEST_BYTES) {
      payloads.push(`[${held.join()}]`);
      [held, bytes] = [[], 2];
    }
    held.push(text);
    bytes += more;
  }
  return [...payloads, `[${held.join()}]`];
}

/** @returns nothing for a payload that is none of ours */
export function signalsIn(payload: string): Signal[] {
  try {
    const parsed: unknown = JSON.parse(payload);
    return Array.isArray(parsed) ? parsed.filter(isSignal) : [];
  } catch {
    return [];
  }
}

function isSignal(value: unknown): value is Signal {
  const { kind, id } = (value ?? {}) as Partial<Signal>;
  return typeof kind === 'string' && typeof id === 'string';
}

/** Whether it reaches a person, by the same places as the rows themselves do. */
export function reaches({ units, area }: Signal, scope: PersonScope): boolean {
  const atWork = scope.ownUnit && (units?.includes(scope.unitId) ?? false);
  return atWork || (scope.subtree && (area?.startsWith(scope.areaPath) ?? false));
}
