import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { until } from '../testing/until.js';
import { Loops } from './loops.js';

Logger.overrideLogger(false);

/** A turn that ends when the test says so. */
class Gate {
  begun = 0;
  ended = 0;
  private pending: (() => void)[] = [];

  turn = async (): Promise<void> => {
    this.begun += 1;
    await new Promise<void>((resolve) => this.pending.push(resolve));
    this.ended += 1;
  };

  letThrough(): void {
    for (const resolve of this.pending.splice(0)) resolve();
  }
}

describe('P2: work done again and again', () => {
  let loops = new Loops();
  afterEach(async () => {
    await loops.stop();
    loops = new Loops();
  });

  it('begins at once and goes on', async () => {
    let turns = 0;
    loops.start('counting', 1, async () => (turns += 1));
    await until('five turns', () => turns >= 5);
  });

  it('never overlaps: the next turn waits for the one before', async () => {
    let inside = 0;
    let most = 0;
    let turns = 0;
    loops.start('slow', 0, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      turns += 1;
    });
    await until('five turns', () => turns >= 5);
    expect(most).toBe(1);
  });

  it('one loop does not wait for another', async () => {
    const gate = new Gate();
    let turns = 0;
    loops.start('stuck', 1, gate.turn);
    loops.start('counting', 1, async () => (turns += 1));
    await until('turns beside a stuck loop', () => turns >= 3);
    expect(gate.begun).toBe(1);
    gate.letThrough();
    await until('it goes on once let through', () => gate.begun === 2);
    gate.letThrough();
    // Its third turn may have begun; the shutdown after this test must not wait for ever.
    const helper = setInterval(() => gate.letThrough(), 1);
    await loops.stop();
    clearInterval(helper);
  });

  it.each([
    ['a rejection', () => Promise.reject(new Error('database away'))],
    [
      'a throw before any promise',
      () => {
        throw new Error('wrong');
      },
    ],
  ])('T5: goes on after %s', async (_what, fail) => {
    let turns = 0;
    loops.start('failing', 1, () => {
      turns += 1;
      return fail();
    });
    await until('turns after the first failure', () => turns >= 4);
  });

  it('at shutdown waits for the turn in hand, and begins no other', async () => {
    const gate = new Gate();
    loops.start('working', 1, gate.turn);
    await until('a turn is in hand', () => gate.begun === 1);
    let down = false;
    const stopped = loops.stop().then(() => (down = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect([down, gate.ended]).toEqual([false, 0]);
    gate.letThrough();
    await stopped;
    expect([gate.begun, gate.ended]).toEqual([1, 1]);
  });

  it('at shutdown does not sit out the pause', async () => {
    let turns = 0;
    loops.start('rare', 3_600_000, async () => (turns += 1));
    await until('the first turn', () => turns === 1);
    const begun = Date.now();
    await loops.stop();
    expect(Date.now() - begun).toBeLessThan(1000);
  });

  it('started after shutdown it does nothing', async () => {
    await loops.stop();
    let turns = 0;
    loops.start('late', 0, async () => (turns += 1));
    await loops.stop();
    expect(turns).toBe(0);
  });
});
