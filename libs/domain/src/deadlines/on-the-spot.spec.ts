import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantAt, localTime } from './local-date.js';
import { onTheSpotDue, type OpeningHours } from './on-the-spot.js';

const seed = Number(process.env.YIKOU_SEED ?? Date.now() % 2 ** 31);
const HALL: OpeningHours = {
  opensAt: '09:00',
  closesAt: '17:30',
  breaks: [{ from: '12:00', until: '13:30' }],
};
const MINUTE = 60_000;

function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(date, time);
}
const due = (start: Date, minutes: number, isOpenDay = true, hours = HALL) =>
  onTheSpotDue(start, minutes, hours, isOpenDay, 0.8).dueAt;

describe('R53: an on-the-spot case ends in the same visit', () => {
  it.each([
    ['2026-10-12 10:00', '2026-10-12 10:30', 'after its minutes'],
    ['2026-10-12 08:20', '2026-10-12 09:30', 'its minutes begin when the hall opens'],
    ['2026-10-12 11:50', '2026-10-12 13:50', 'the lunch break does not count'],
    ['2026-10-12 12:10', '2026-10-12 14:00', 'begun in the break, it counts from its end'],
    ['2026-10-12 11:30', '2026-10-12 12:00', 'what is done by the break is done'],
    ['2026-10-12 17:10', '2026-10-12 17:30', 'when the hall closes'],
    ['2026-10-12 17:29', '2026-10-12 17:30', 'when the hall closes'],
    ['2026-10-12 17:30', '2026-10-12 18:00', 'R68: after hours, after its minutes'],
    ['2026-10-12 19:00', '2026-10-12 19:30', 'R68: after hours, after its minutes'],
    ['2026-10-12 23:45', '2026-10-12 24:00', 'R68: after hours, with the day'],
  ])('begun at %s it ends at %s, %s', (start, end) => {
    expect(due(at(start), 30)).toEqual(at(end));
  });

  it('R68: served on a rest day, it counts as it goes', () => {
    expect(due(at('2026-10-10 12:10'), 30, false)).toEqual(at('2026-10-10 12:40'));
  });

  it('the amber light comes on at its share of the minutes that count', () => {
    const { warnAt } = onTheSpotDue(at('2026-10-12 11:50'), 30, HALL, true, 0.5);
    expect(warnAt).toEqual(at('2026-10-12 13:35'));
    // Cut short by the closing, it is the share of what is left.
    expect(onTheSpotDue(at('2026-10-12 17:10'), 30, HALL, true, 0.5).warnAt).toEqual(
      at('2026-10-12 17:20'),
    );
  });

  it('T14: with no minutes it ends at once', () => {
    expect(due(at('2026-10-12 10:00'), 0)).toEqual(at('2026-10-12 10:00'));
    expect(due(at('2026-10-12 12:10'), 0)).toEqual(at('2026-10-12 12:10'));
  });

  it('refuses minutes and hours that cannot be', () => {
    const start = at('2026-10-12 10:00');
    expect(() => due(start, -1)).toThrow('deadline.limit_invalid');
    expect(() => due(start, 30, true, { ...HALL, closesAt: '下午五点' })).toThrow(
      'calendar.time_invalid',
    );
    const early = { ...HALL, breaks: [{ from: '08:00', until: '08:30' }] };
    const reversed = { ...HALL, breaks: [{ from: '14:00', until: '13:00' }] };
    const late = { ...HALL, breaks: [{ from: '13:00', until: '18:00' }] };
    for (const hours of [early, late]) {
      expect(() => due(start, 30, true, hours)).toThrow('deadline.hours_invalid');
    }
    expect(() => due(start, 30, true, { ...reversed, closesAt: '12:00' })).toThrow(
      'deadline.hours_invalid',
    );
  });
});

describe(`R53: minute by minute (YIKOU_SEED=${seed})`, () => {
  /** One minute after the other, asking of each whether the hall serves in it. */
  function walked(start: Date, minutes: number, isOpenDay: boolean): Date {
    const after = !isOpenDay || localTime(start) >= HALL.closesAt;
    const serves = (time: string) =>
      after || (time >= HALL.opensAt && (time < '12:00' || time >= '13:30'));
    const end = after ? at('2026-10-12 24:00') : at(`2026-10-12 ${HALL.closesAt}`);
    let now = +start;
    for (let left = minutes; left > 0 && now < +end; now += MINUTE) {
      if (serves(localTime(new Date(now)))) left -= 1;
    }
    return new Date(now);
  }
  const minuteOfDay = fc.integer({ min: 0, max: 1439 });
  const minutes = fc.integer({ min: 0, max: 600 });
  const startOf = (minute: number) => new Date(+at('2026-10-12 00:00') + minute * MINUTE);

  it('ends where a walk over the minutes ends', () => {
    fc.assert(
      fc.property(minuteOfDay, minutes, fc.boolean(), (minute, amount, isOpenDay) => {
        const start = startOf(minute);
        expect(due(start, amount, isOpenDay)).toEqual(walked(start, amount, isOpenDay));
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('more minutes never end sooner, the amber light never comes after the end or before the start', () => {
    fc.assert(
      fc.property(minuteOfDay, minutes, minutes, (minute, one, other) => {
        const start = startOf(minute);
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(+due(start, less)).toBeLessThanOrEqual(+due(start, more));
        const { dueAt, warnAt } = onTheSpotDue(start, more, HALL, true, 0.8);
        expect(+warnAt).toBeLessThanOrEqual(+dueAt);
        expect(+warnAt).toBeGreaterThanOrEqual(+start);
      }),
      { seed, numRuns: 500 },
    );
  });
});
