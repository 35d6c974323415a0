import { createSecretKey, randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Dice } from '../testing/dice.js';
import { AnchorBrokenError, type AnchorLine } from './anchor-line.js';
import { AnchorFile, type AnchorTip } from './anchors.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);
const AT = new Date('2026-11-23T01:00:00Z');
const head = (chain: string, count: number) => ({
  chain,
  count,
  hash: `${count}`.padStart(64, '0'),
});

describe(`rule 29: the anchor file (YIKOU_SEED=${seed})`, () => {
  const key = createSecretKey(randomBytes(32));
  const dice = new Dice(seed);
  let folder: string;
  let file: string;
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'yikou-anchors-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    file = path.join(folder, `${(count += 1)}`, 'anchors.jsonl');
  });

  const opened = () => new AnchorFile(file, key);
  const content = () => readFile(file, 'utf8');
  async function linesOf(anchors = opened(), tip?: AnchorTip): Promise<AnchorLine[]> {
    const lines: AnchorLine[] = [];
    for await (const line of anchors.read(tip)) lines.push(line);
    return lines;
  }
  /** The number of the first broken line; undefined where none is. */
  const brokenLine = (tip?: AnchorTip) =>
    linesOf(opened(), tip).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof AnchorBrokenError) return error.line;
        throw error;
      },
    );

  /** Twelve lines, of one and of many chains. */
  async function written(): Promise<{ lines: string[]; tip: AnchorTip }> {
    const anchors = opened();
    let tip: AnchorTip = { lines: 0, mac: '' };
    for (let n = 1; n <= 12; n += 1) {
      const heads = Array.from({ length: n % 3 === 0 ? 40 : 1 }, (_, i) => head(`chain-${i}`, n));
      tip = await anchors.append(heads, new Date(AT.getTime() + n * 1000));
    }
    return { lines: (await content()).split('\n').slice(0, -1), tip };
  }
  const rewrite = (lines: readonly string[]) =>
    writeFile(file, lines.map((l) => `${l}\n`).join(''));

  it('says what was written, in order', async () => {
    const anchors = opened();
    await anchors.append([head('a', 1), head('b', 2)], AT);
    const tip = await anchors.append([head('a', 3), head('b', 2)], new Date('2026-11-24'));
    expect(await linesOf()).toEqual([
      {
        number: 1,
        at: AT.toISOString(),
        heads: [head('a', 1), head('b', 2)],
        mac: expect.any(String),
      },
      { number: 2, at: '2026-11-24T00:00:00.000Z', heads: [head('a', 3)], mac: tip.mac },
    ]);
    expect(tip.lines).toBe(2);
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
  });

  it('no file is no anchors', async () => {
    expect(await linesOf()).toEqual([]);
    expect(await brokenLine({ lines: 1, mac: 'x' })).toBe(1);
  });

  it('only what changed is written; nothing changed is no line', async () => {
    const first = await opened().append([head('a', 1), head('b', 1)], AT);
    const before = await content();
    expect(await opened().append([head('a', 1), head('b', 1)], AT)).toEqual(first);
    expect(await opened().append([], AT)).toEqual(first);
    expect(await content()).toBe(before);
    const rewritten = { ...head('a', 1), hash: 'f'.repeat(64) };
    await opened().append([rewritten, head('b', 1)], AT);
    expect((await linesOf()).at(-1)?.heads).toEqual([rewritten]);
  });

  it('a process that was started again goes on; at once in one process, one after the other', async () => {
    await opened().append([head('a', 1)], AT);
    const anchors = opened();
    await Promise.all([2, 3, 4].map((n) => anchors.append([head('a', n)], AT)));
    await opened().append([head('a', 5)], AT);
    await anchors.append([head('a', 6)], AT);
    expect((await linesOf()).map(({ heads }) => heads[0]?.count)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('a line that is changed anywhere is the first broken one', async () => {
    const { lines } = await written();
    for (let round = 0; round < 1000; round += 1) {
      const at = dice.below(lines.length);
      const bytes = Buffer.from(lines[at] ?? '');
      const place = dice.below(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << dice.below(7)), place);
      await rewrite(lines.with(at, bytes.toString('latin1')));
      expect({ round, line: await brokenLine() }).toEqual({ round, line: at + 1 });
    }
  });

  it('a blank or another spelling is a change too', async () => {
    const { lines } = await written();
    const [first = '', ...others] = lines;
    for (const changed of [` ${first}`, `${first} `, `${first}\r`, first.replace(':', ': '), '']) {
      await rewrite([changed, ...others]);
      expect(await brokenLine()).toBe(1);
    }
    const doubled = first.replace('"at"', '"heads":[],"at"');
    await rewrite([doubled, ...others]);
    expect(await brokenLine()).toBe(1);
  });

  it('a line removed, doubled, moved or made with another key is found', async () => {
    const { lines } = await written();
    const others = new AnchorFile(`${file}.other`, createSecretKey(randomBytes(32)));
    await others.append([head('a', 1)], AT);
    const foreign = (await readFile(`${file}.other`, 'utf8')).trim();
    for (const [at, line] of lines.entries()) {
      await rewrite(lines.toSpliced(at + 1, 0, line));
      expect(await brokenLine()).toBe(at + 2);
      await rewrite(lines.with(at, foreign));
      expect(await brokenLine()).toBe(at + 1);
      // That the last one is gone shows only to whoever has it.
      if (at === lines.length - 1) continue;
      await rewrite(lines.toSpliced(at, 1));
      expect(await brokenLine()).toBe(at + 1);
      await rewrite(
        lines.toSpliced(at, 1).toSpliced(dice.between(at + 1, lines.length - 1), 0, line),
      );
      expect(await brokenLine()).toBe(at + 1);
    }
  });

  it('lines missing at the end show to whoever was sent the tip, wherever it was cut', async () => {
    const { lines, tip } = await written();
    expect(await brokenLine(tip)).toBeUndefined();
    const whole = `${lines.join('\n')}\n`;
    for (let round = 0; round < 300; round += 1) {
      const kept = whole.slice(0, dice.below(whole.length - 1));
      await writeFile(file, kept);
      const left = kept.split('\n').length;
      // Half a line at the end counts for none, unless only its end is gone.
      const complete = kept.endsWith('\n') || lines.includes(kept.split('\n').at(-1) ?? '');
      const missing = complete && !kept.endsWith('\n') ? left + 1 : left;
      expect([kept.length, await brokenLine(tip)]).toEqual([kept.length, missing]);
      expect(await brokenLine()).toBeUndefined();
    }
    await rewrite(lines.slice(0, 3));
    await opened().append([head('forged', 1)], AT);
    expect(await brokenLine({ ...tip, lines: 4 })).toBe(4);
  });

  it('an interrupted write is mended: half a line goes, a whole one gets its end', async () => {
    const { lines } = await written();
    const half = lines.at(-1) ?? '';
    for (const kept of [1, 20, half.length - 1, half.length]) {
      await rewrite(lines.slice(0, -1));
      await appendFile(file, half.slice(0, kept));
      await opened().append([head('after', kept)], AT);
      const whole = kept === half.length;
      const now = await linesOf();
      expect(now).toHaveLength(whole ? 13 : 12);
      expect(now.at(-1)?.heads).toEqual([head('after', kept)]);
    }
  });

  it('behind a broken line nothing is written', async () => {
    const { lines } = await written();
    await rewrite(lines.toSpliced(4, 1));
    const before = await content();
    await expect(opened().append([head('a', 99)], AT)).rejects.toMatchObject({ line: 5 });
    expect(await content()).toBe(before);
  });

  it('what is cut off while the process runs is noticed at the next line', async () => {
    const anchors = opened();
    await anchors.append([head('a', 1)], AT);
    await anchors.append([head('a', 2)], AT);
    const [first] = (await content()).split('\n');
    await writeFile(file, `${first}\n`);
    await anchors.append([head('a', 2)], AT);
    expect((await linesOf()).map(({ heads }) => heads[0]?.count)).toEqual([1, 2]);
  });

  it('lines longer than what is read at a time', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => head(`武汉-${i}`, i));
    const anchors = opened();
    await anchors.append(many, AT);
    await anchors.append([head('a', 1)], AT);
    const [first, second] = await linesOf();
    expect(first?.heads).toEqual(many);
    expect(second?.heads).toHaveLength(1);
    await opened().append([head('a', 2)], AT);
    expect(await linesOf()).toHaveLength(3);
  });
});
