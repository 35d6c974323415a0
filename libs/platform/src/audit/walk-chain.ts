import { NO_HASH } from './audit-entry.js';
import {
  readChain,
  readEnd,
  type ChainHead,
  type ReadRows,
  type StoredEntry,
} from './audit-reader.js';
import { forgedBefore, judgeEntry, type Finding, type Sound } from './judge-entry.js';

/** A finding, and up to which entry an anchor proves the chain untouched; 0 where none does. */
export interface ChainFinding extends Finding {
  provenTo: number;
}

export interface ChainToWalk {
  chain: string;
  /** As it was before the first entry is read. */
  head: ChainHead | undefined;
  /** What the anchors saw of this chain, in the order of the counts. */
  anchored: readonly ChainHead[];
  batchSize: number;
}

/** Walks one chain from its first entry to the first fault or the end; holds one batch at a time. */
export class ChainWalk {
  private last: Sound = { seq: 0, hash: NO_HASH };
  private provenTo = 0;
  private anchorsPassed = 0;

  constructor(
    private readonly read: ReadRows,
    private readonly way: ChainToWalk,
  ) {}

  /** How many entries were found sound. */
  get entries(): number {
    return this.last.seq;
  }

  /**
   * Reads what was there when the walk began: a chain that grows meanwhile is not followed for ever.
   *
   * @param onBatch called after each batch; throws to stop the walk
   */
  async findFault(onBatch: () => void): Promise<ChainFinding | undefined> {
    const { chain, head, batchSize } = this.way;
    const stretch = { chain, limit: batchSize, ...(head && { upTo: this.known }) };
    let entries: StoredEntry[] = [];
    do {
      entries = await readChain(this.read, { ...stretch, after: entries.at(-1) });
      for (const entry of entries) {
        const finding = await this.judge(entry);
        if (finding) return { ...finding, provenTo: this.provenTo };
      }
      onBatch();
    } while (entries.length === batchSize);
    const finding = this.missing() ?? (await this.differing());
    return finding && { ...finding, provenTo: this.provenTo };
  }

  /** How many entries the head and the anchors knew of before the walk. */
  private get known(): number {
    const { head, anchored } = this.way;
    return Math.max(head?.count ?? 0, anchored.at(-1)?.count ?? 0);
  }

  private async judge(entry: StoredEntry): Promise<Finding | undefined> {
    const finding = judgeEntry(entry, this.last);
    if (finding) return this.blame(entry, finding);
    this.last = { seq: entry.seq, hash: entry.hash };
    return this.againstAnchors() ?? this.againstHead(this.way.head);
  }

  private againstAnchors(): Finding | undefined {
    const { anchored } = this.way;
    const { seq, hash } = this.last;
    for (; anchored[this.anchorsPassed]?.count === seq; this.anchorsPassed += 1) {
      const seen = anchored[this.anchorsPassed]?.hash ?? '';
      if (seen !== hash) return { seq, kind: 'CHAIN_REWRITTEN', expected: seen, found: hash };
      this.provenTo = seq;
    }
    return undefined;
  }

  private againstHead(head: ChainHead | undefined): Finding | undefined {
    const { seq, hash } = this.last;
    if (head?.count !== seq || head.hash === hash) return undefined;
    return { seq, kind: 'HEAD_DIFFERS', expected: hash, found: head.hash };
  }

  private async blame(entry: StoredEntry, finding: Finding): Promise<Finding> {
    const before = entry.seq - 1;
    if (finding.kind !== 'LINK_BROKEN' || before <= this.provenTo) return finding;
    const { chain } = this.way;
    const [next] = await readChain(this.read, { chain, after: entry, limit: 1 });
    const nextPrev = next?.prev_hash ?? (await readEnd(this.read, chain)).head?.hash;
    return forgedBefore(entry, nextPrev) ? { ...finding, seq: before } : finding;
  }

  private missing(): Finding | undefined {
    return this.known > this.last.seq ? cut(this.last.seq, this.known) : undefined;
  }

  /** What was written meanwhile may be behind us, but the head must know of it. */
  private async differing(): Promise<Finding | undefined> {
    const { head, highest } = await readEnd(this.read, this.way.chain);
    const expected = `${highest} entries`;
    if (!head) return { seq: highest, kind: 'HEAD_DIFFERS', expected, found: 'no head' };
    if (head.count > highest) return cut(highest, head.count);
    if (head.count === highest) return this.againstHead(head);
    const found = `${head.count} entries`;
    return { seq: head.count + 1, kind: 'HEAD_DIFFERS', expected, found };
  }
}

const cut = (left: number, known: number): Finding => ({
  seq: left + 1,
  kind: 'TAIL_CUT',
  expected: `${known} entries`,
  found: `${left} entries`,
});
