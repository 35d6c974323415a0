import { randomUUID } from 'node:crypto';
import { contentHash, entryHash } from '../audit/audit-entry.js';
import type { StoredEntry } from '../audit/audit-reader.js';
import type { FaultKind } from '../audit/judge-entry.js';
import type { Dice } from './dice.js';
import type { ForgedChain } from './forged-chain.js';

/** What a verification is to name: the row, and what it says of it. */
export interface Verdict {
  seq: number;
  kinds: FaultKind[];
  /** The first row that was forged, where that is hidden before the next anchor. */
  since?: number;
}
export type Forgery = (chain: ForgedChain, dice: Dice) => Promise<Verdict>;

const at = (seq: number, ...kinds: FaultKind[]): Verdict => ({ seq, kinds });

/** Where rows that fit together, from `since` to `end`, come out: at an anchor, else at their end. */
function comesOut(c: ForgedChain, since: number, end: number, ...kinds: FaultKind[]): Verdict {
  const anchor = c.anchorFrom(since);
  return anchor <= end
    ? { seq: anchor, kinds: ['CHAIN_REWRITTEN'], since }
    : { seq: end, kinds, since };
}

const forged = (dice: Dice, row: StoredEntry): StoredEntry => ({
  ...row,
  reason: `forged ${dice.below(1e9)}`,
});
const moved = (rows: readonly StoredEntry[], by: number) =>
  rows.map((row) => ({ ...row, seq: row.seq + by }));

type Value = [column: string, value: () => string | null];
const VALUES: [Value, ...Value[]] = [
  ['action', () => 'case.refuse'],
  ['account_id', () => randomUUID()],
  ['actor', () => '王芳 '],
  ['unit_id', () => randomUUID()],
  ['area_path', () => ''],
  ['address', () => '10.0.0.8'],
  ['trace_id', () => ''],
  ['subject_kind', () => null],
  ['subject_id', () => randomUUID()],
  ['reason', () => ''],
  ['changes', () => '{"turn":1, "state":["REGISTERED","ACCEPTED"]}'],
];

const edited: Forgery[] = [
  async (c, dice) => {
    const [seq, [column, value]] = [dice.between(1, c.length), dice.oneOf(VALUES)];
    await c.set(seq, `${column} = $3`, value());
    return at(seq, 'CONTENT_CHANGED');
  },
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    const row = forged(dice, c.row(seq));
    await c.replaceFrom(seq, [{ ...row, content_hash: contentHash(row) }, ...c.after(seq)]);
    return at(seq, 'HASH_CHANGED');
  },
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    await c.replaceFrom(seq, [...c.rehashed(seq, [forged(dice, c.row(seq))]), ...c.after(seq)]);
    return comesOut(c, seq, seq, seq === c.length ? 'HEAD_DIFFERS' : 'LINK_BROKEN');
  },
  // Two entries exchange what they say.
  async (c, dice) => {
    const first = dice.between(1, c.length - 1);
    const [one, two] = [c.row(first), c.row(dice.between(first + 1, c.length))];
    const hashToo = dice.oneOf([true, false]);
    const as = ({ seq, prev_hash, hash, content_hash }: StoredEntry, says: StoredEntry) => {
      const kept = { seq, prev_hash, hash };
      return hashToo ? { ...says, ...kept } : { ...says, ...kept, content_hash };
    };
    const other = (row: StoredEntry) => (row === one ? two : row === two ? one : row);
    await c.replaceFrom(
      1,
      c.rows.map((row) => as(row, other(row))),
    );
    return at(first, hashToo ? 'HASH_CHANGED' : 'CONTENT_CHANGED');
  },
];

const SHIFTS: [string, ...string[]] = [
  '1 ms',
  '-1 ms',
  '1 s',
  '8 h',
  '-1 day',
  '40 days',
  // From 2026 to 2026 BC.
  '-4051 years',
];
const INSTANTS: [string, ...string[]] = [
  'infinity',
  '-infinity',
  '2026-06-01 BC',
  '9999-12-31',
  '1970-01-01',
];

const timed: Forgery[] = [
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    await c.set(seq, 'at = at + $3::interval', dice.oneOf(SHIFTS));
    return at(seq, 'CONTENT_CHANGED');
  },
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    await c.set(seq, 'at = $3', dice.oneOf(INSTANTS));
    return at(seq, 'CONTENT_CHANGED');
  },
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    const row = { ...c.row(seq), at: new Date(Date.UTC(2026, dice.below(60))).toISOString() };
    await c.replaceFrom(seq, [...c.rehashed(seq, [row]), ...c.after(seq)]);
    return comesOut(c, seq, seq, seq === c.length ? 'HEAD_DIFFERS' : 'LINK_BROKEN');
  },
];

const numbered: Forgery[] = [
  async (c, dice) => {
    const seq = dice.between(1, c.length - 1);
    await c.replaceFrom(seq, c.after(seq));
    return at(seq, 'GAP');
  },
  async (c, dice) => {
    const seq = dice.between(1, c.length - 1);
    await c.replaceFrom(seq, moved(c.after(seq), -1));
    await c.setHead({ count: c.length - 1, hash: c.row(c.length).hash });
    return at(seq, 'LINK_BROKEN');
  },
  // A second entry with a number, before or after the genuine one.
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    const row = {
      ...forged(dice, c.row(seq)),
      at: new Date(Date.UTC(2025, dice.below(60))).toISOString(),
    };
    const twin = dice.oneOf([[row], c.rehashed(seq, [row])]);
    await c.replaceFrom(seq, [...twin, ...c.after(seq - 1)]);
    return at(seq, 'GAP', 'CHAIN_REWRITTEN', 'CONTENT_CHANGED');
  },
  // One put in, and all after it pushed on.
  async (c, dice) => {
    const seq = dice.between(1, c.length);
    const put = c.rehashed(seq, [forged(dice, c.row(seq))]);
    await c.replaceFrom(seq, [...put, ...moved(c.after(seq - 1), 1)]);
    await c.setHead({ count: c.length + 1, hash: c.row(c.length).hash });
    return comesOut(c, seq, seq, 'LINK_BROKEN');
  },
  async (c, dice) => {
    const seq = c.length + 1;
    await c.replaceFrom(seq, c.rehashed(seq, [forged(dice, c.row(c.length))]));
    return at(seq, 'HEAD_DIFFERS');
  },
  async (c, dice) => {
    const seq = 0 - dice.below(3);
    await c.replaceFrom(1, [{ ...forged(dice, c.row(1)), seq }, ...c.rows]);
    return at(seq, 'GAP');
  },
];

const hashed: Forgery[] = [
  async (c, dice) => {
    const [seq, column] = [
      dice.between(1, c.length),
      dice.oneOf(['content_hash', 'prev_hash', 'hash'] as const),
    ];
    const [value, place] = [c.row(seq)[column], dice.below(64)];
    const digit = (parseInt(value.charAt(place), 16) ^ (1 << dice.below(4))).toString(16);
    const flipped = value.slice(0, place) + digit + value.slice(place + 1);
    await c.set(seq, `${column} = $3`, dice.oneOf([flipped, dice.hex(64), '', `${value} `]));
    return at(seq, 'HASH_CHANGED');
  },
  // Sound in itself, and hung on nothing.
  async (c, dice) => {
    const [seq, prev_hash] = [dice.between(1, c.length), dice.hex(64)];
    const row = c.row(seq);
    const hash = entryHash(prev_hash, seq, row.content_hash);
    await c.replaceFrom(seq, [{ ...row, prev_hash, hash }, ...c.after(seq)]);
    return at(seq, 'LINK_BROKEN');
  },
  async (c, dice) => {
    await c.setHead({ count: c.length, hash: dice.hex(64) });
    return at(c.length, 'HEAD_DIFFERS');
  },
  async (c) => {
    await c.removeHead();
    return at(c.length, 'HEAD_DIFFERS');
  },
];

const cut: Forgery[] = [
  async (c, dice) => {
    const kept = dice.below(c.length);
    await c.replaceFrom(kept + 1, []);
    return at(kept + 1, 'TAIL_CUT');
  },
  // With the head set right only the anchor knows.
  async (c, dice) => {
    const kept = dice.between(1, c.lastAnchor - 1);
    await c.rewriteFrom(kept + 1, []);
    return at(kept + 1, 'TAIL_CUT');
  },
  async (c, dice) => {
    const [kept, grown] = [dice.between(1, c.lastAnchor - 1), dice.between(1, 12)];
    const rows = Array.from({ length: grown }, () => forged(dice, c.row(kept)));
    await c.rewriteFrom(kept + 1, rows);
    const end = kept + grown;
    if (c.anchorFrom(kept + 1) <= end) return comesOut(c, kept + 1, end);
    return at(end + 1, 'TAIL_CUT');
  },
  async (c) => {
    await c.replaceFrom(1, []);
    await c.removeHead();
    return at(1, 'CHAIN_MISSING');
  },
];

const rewritten: Forgery[] = [
  async (c, dice) => {
    await c.rewriteFrom(
      1,
      c.rows.map((row) => forged(dice, row)),
    );
    return comesOut(c, 1, c.length);
  },
  async (c, dice) => {
    const seq = dice.between(1, c.lastAnchor);
    await c.rewriteFrom(seq, [forged(dice, c.row(seq)), ...c.after(seq)]);
    return comesOut(c, seq, c.length);
  },
  async (c, dice) => {
    const seq = dice.between(1, c.lastAnchor);
    await c.rewriteFrom(
      seq,
      dice.oneOf([c.after(seq), [forged(dice, c.row(seq)), ...c.after(seq - 1)]]),
    );
    return comesOut(c, seq, c.length);
  },
  // Only a stretch of it.
  async (c, dice) => {
    const first = dice.between(1, c.length - 1);
    const last = dice.between(first, c.length - 1);
    const stretch = c.rehashed(
      first,
      c.rows.slice(first - 1, last).map((row) => forged(dice, row)),
    );
    await c.replaceFrom(first, [...stretch, ...c.after(last)]);
    return comesOut(c, first, last, 'LINK_BROKEN');
  },
];

/** The six kinds of tampering that an audit must show. */
export const FORGERIES: [kind: string, forgeries: Forgery[]][] = [
  ['contents edited or exchanged', edited],
  ['times changed', timed],
  ['entries deleted or put in', numbered],
  ['hashes changed', hashed],
  ['the tail cut', cut],
  ['chains rewritten with all hashes', rewritten],
];
