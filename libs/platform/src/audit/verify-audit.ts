import { AnchorBrokenError } from './anchor-line.js';
import type { AnchorFile, AnchorTip } from './anchors.js';
import { readChains, type ChainHead, type ReadRows } from './audit-reader.js';
import type { Finding } from './judge-entry.js';
import { ChainWalk } from './walk-chain.js';

/** The first thing that is wrong with a chain, or with the anchor file. */
export interface AuditFault extends Finding {
  /** null: the fault is in the anchor file, and `seq` is the number of its line. */
  chain: string | null;
  /** The row: `<chain>#<seq>`. */
  id: string;
  /**
   * The last entry that an anchor proves untouched, or 0. A forger who recomputed the hashes shows
   * only at the next anchor or at the end of his work: the first forged row lies between the two.
   */
  provenTo: number;
}

export interface AuditReport {
  ok: boolean;
  chains: number;
  /** Entries found sound. */
  entries: number;
  /** Heads out of the anchor file with which the chains were compared. */
  anchors: number;
  /** At most one a chain. */
  faults: AuditFault[];
}

export interface VerifyOptions {
  signal?: AbortSignal;
  /** Called after each batch with what is done so far. */
  onProgress?: (done: { chains: number; entries: number }) => void;
  /** Entries read at a time. */
  batchSize?: number;
  /** The end of the anchor file as somebody else knows it. */
  tip?: AnchorTip;
}

/**
 * Recomputes every chain from its entries and compares it with its head and with every anchor. It may
 * run while entries are appended. Memory: one batch, and some 150 bytes for each anchored head.
 *
 * @param read must see all entries; what it does not see counts as missing
 * @throws the signal's reason when it is aborted
 */
export async function verifyAudit(
  read: ReadRows,
  anchors: AnchorFile | undefined,
  options: VerifyOptions = {},
): Promise<AuditReport> {
  const { signal, onProgress, batchSize = 2000 } = options;
  // Before the chains, so that whatever an anchor saw has been committed when they are read.
  const { anchored, heads, faults } = await readAnchors(anchors, options.tip);
  let done = { chains: 0, entries: 0 };
  for (const { chain, head } of await readChains(read)) {
    const way = { chain, head, anchored: anchored.get(chain) ?? [], batchSize };
    anchored.delete(chain);
    const walk = new ChainWalk(read, way);
    const finding = await walk.findFault(() => {
      signal?.throwIfAborted();
      onProgress?.({ ...done, entries: done.entries + walk.entries });
    });
    if (finding) faults.push({ ...finding, chain, id: `${chain}#${finding.seq}` });
    done = { chains: done.chains + 1, entries: done.entries + walk.entries };
    onProgress?.(done);
  }
  for (const [chain, seen] of anchored) faults.push(missingChain(chain, seen));
  return { ok: faults.length === 0, ...done, anchors: heads, faults };
}

/** Lines behind a broken one prove nothing; those before it do. */
async function readAnchors(anchors: AnchorFile | undefined, tip: AnchorTip | undefined) {
  const anchored = new Map<string, ChainHead[]>();
  const faults: AuditFault[] = [];
  let heads = 0;
  try {
    for await (const line of anchors?.read(tip) ?? []) {
      heads += line.heads.length;
      // A head of no entries can only have been planted.
      for (const head of line.heads.filter(({ count }) => count > 0)) {
        const seen = anchored.get(head.chain);
        if (seen) seen.push(head);
        else anchored.set(head.chain, [head]);
      }
    }
  } catch (error) {
    if (!(error instanceof AnchorBrokenError)) throw error;
    faults.push(brokenAnchor(error));
  }
  // Counts only grow; where they do not, the chain was cut in between, and the walk will show it.
  for (const seen of anchored.values()) seen.sort((one, other) => one.count - other.count);
  return { anchored, heads, faults };
}

function brokenAnchor({ line, message }: AnchorBrokenError): AuditFault {
  const finding = { seq: line, kind: 'ANCHOR_BROKEN', expected: '', found: message } as const;
  return { ...finding, chain: null, id: `anchors#${line}`, provenTo: 0 };
}

function missingChain(chain: string, seen: ChainHead[]): AuditFault {
  const expected = `${seen.at(-1)?.count ?? 0} entries`;
  const finding = { seq: 1, kind: 'CHAIN_MISSING', expected, found: '0 entries' } as const;
  return { ...finding, chain, id: `${chain}#1`, provenTo: 0 };
}
