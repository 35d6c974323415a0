import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { AnchorBrokenError, openLine, sealLine, type AnchorLine } from './anchor-line.js';
import type { ChainHead } from './audit-reader.js';

/** The end of an anchor file, by which whoever was sent it notices that lines are gone. */
export interface AnchorTip {
  lines: number;
  mac: string;
}

interface Known {
  tip: AnchorTip;
  /** How much of the file is lines; what follows is half a line. */
  bytes: number;
  /** Whether the last line has its end. */
  ended: boolean;
  heads: Map<string, ChainHead>;
}

/**
 * Keeps the heads of the chains outside the database: a chain that was cut or written anew still fits
 * together, and only what was written down elsewhere shows it. No line can be changed, taken out of
 * the middle or moved without the key; that lines are missing at the end shows only to somebody who
 * has them, so the file is to be shipped to another machine, or its tip sent to a peer.
 *
 * One process appends at a time; the caller sees to that.
 */
export class AnchorFile {
  private known: Known | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly key: KeyObject,
  ) {}

  /**
   * Writes the heads that differ from what the file says, flushed to the disk. Half a line that an
   * interrupted write left is removed first.
   *
   * @throws AnchorBrokenError when the file was tampered with: nothing is written behind such lines
   */
  append(heads: readonly ChainHead[], at: Date): Promise<AnchorTip> {
    const mine = this.turn.then(() => this.appendNow(heads, at));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /**
   * The lines in order; a missing file has none, half a line at the end is none.
   *
   * @param tip the end of the file as it is known elsewhere
   * @throws AnchorBrokenError at the first line that is not as it was written
   */
  async *read(tip?: AnchorTip): AsyncGenerator<AnchorLine> {
    let lines = 0;
    for await (const { line } of this.lines()) {
      lines = line.number;
      if (lines === tip?.lines && line.mac !== tip.mac) {
        throw new AnchorBrokenError(lines, 'is not the line that was sent elsewhere');
      }
      yield line;
    }
    if (tip && lines < tip.lines) throw new AnchorBrokenError(lines + 1, 'is missing');
  }

  private async appendNow(heads: readonly ChainHead[], at: Date): Promise<AnchorTip> {
    const known = await this.readKnown();
    const changed = heads.filter(({ chain, count, hash }) => {
      const last = known.heads.get(chain);
      return last?.count !== count || last.hash !== hash;
    });
    if (changed.length === 0) return known.tip;
    const text = sealLine(this.key, known.tip.mac, at, changed);
    // Until it is written, nobody knows how the file ends.
    this.known = undefined;
    const bytes = await writeBehind(this.file, known, `${text}\n`);
    for (const head of changed) known.heads.set(head.chain, head);
    const { mac, number } = openLine(this.key, known.tip.mac, text, known.tip.lines + 1);
    const tip = { lines: number, mac };
    this.known = { ...known, tip, bytes, ended: true };
    return tip;
  }

  /** Reads the file once, and again when it is not as long as we left it. */
  private async readKnown(): Promise<Known> {
    if (this.known && (await sizeOf(this.file)) === this.known.bytes) return this.known;
    const known: Known = { tip: { lines: 0, mac: '' }, bytes: 0, ended: true, heads: new Map() };
    for await (const { line, bytes, ended } of this.lines()) {
      known.tip = { lines: line.number, mac: line.mac };
      known.bytes = bytes;
      known.ended = ended;
      for (const head of line.heads) known.heads.set(head.chain, head);
    }
    this.known = known;
    return known;
  }

  private async *lines(): AsyncGenerator<{ line: AnchorLine; bytes: number; ended: boolean }> {
    let before = '';
    let number = 0;
    let bytes = 0;
    for await (const { text, ended } of textLines(this.file)) {
      const line = this.open(before, text, (number += 1), ended);
      if (!line) return;
      before = line.mac;
      bytes += Buffer.byteLength(text) + (ended ? 1 : 0);
      yield { line, bytes, ended };
    }
  }

  private open(before: string, text: string, number: number, ended: boolean) {
    try {
      return openLine(this.key, before, text, number);
    } catch (error) {
      // Without its end it is what an interrupted write leaves, and was never said to be written.
      if (!ended) return undefined;
      throw error;
    }
  }
}

/** Lines end with \n alone; the last one may have lost its end. */
async function* textLines(file: string): AsyncGenerator<{ text: string; ended: boolean }> {
  if ((await sizeOf(file)) === undefined) return;
  let rest = Buffer.alloc(0);
  const chunks: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 2 ** 20 });
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield { text: rest.toString('utf8', start, end), ended: true };
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) yield { text: rest.toString(), ended: false };
}

/** @returns the length of the file after it, in bytes */
async function writeBehind(file: string, known: Known, text: string): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.truncate(known.bytes);
    await handle.appendFile(known.ended ? text : `\n${text}`);
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
