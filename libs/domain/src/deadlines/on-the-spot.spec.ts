import { describe, expect, it } from '@jest/globals';
import { instantAt } from './local-date.js';
import { onTheSpotDueAt } from './on-the-spot.js';

function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(date, time);
}

describe('R53: an on-the-spot case ends in the same visit', () => {
  it.each([
    ['2026-10-12 10:00', '2026-10-12 10:30', 'after its minutes'],
    ['2026-10-12 17:10', '2026-10-12 17:30', 'when the hall closes'],
    ['2026-10-12 17:29', '2026-10-12 17:30', 'when the hall closes'],
    ['2026-10-12 17:30', '2026-10-12 18:00', 'R68: after hours, after its minutes'],
    ['2026-10-12 19:00', '2026-10-12 19:30', 'R68: after hours, after its minutes'],
    ['2026-10-12 23:45', '2026-10-12 24:00', 'R68: after hours, with the day'],
  ])('begun at %s it ends at %s, %s', (start, end) => {
    expect(onTheSpotDueAt(at(start), 30, '17:30')).toEqual(at(end));
  });

  it('with no minutes it ends at once, T14', () => {
    expect(onTheSpotDueAt(at('2026-10-12 10:00'), 0, '17:30')).toEqual(at('2026-10-12 10:00'));
  });

  it('refuses minutes and closing times that cannot be', () => {
    const start = at('2026-10-12 10:00');
    expect(() => onTheSpotDueAt(start, -1, '17:30')).toThrow('deadline.limit_invalid');
    expect(() => onTheSpotDueAt(start, 30, '下午五点')).toThrow('calendar.time_invalid');
  });
});
