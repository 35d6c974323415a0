import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  dateOfDayNumber,
  dayNumberOf,
  endOfLocalDay,
  instantAt,
  isLocalDate,
  localDateOf,
  localTime,
  startOfLocalDay,
} from './local-date.js';

describe('T18: a local date is Asia/Shanghai text, whatever the zone of the machine', () => {
  it.each([
    ['2026-10-08T15:59:59.999Z', '2026-10-08', '23:59'],
    ['2026-10-08T16:00:00.000Z', '2026-10-09', '00:00'],
    ['2026-12-31T16:30:00.000Z', '2027-01-01', '00:30'],
    ['2024-02-29T01:05:00.000Z', '2024-02-29', '09:05'],
  ])('%s is %s %s', (instant, date, time) => {
    expect(localDateOf(new Date(instant))).toBe(date);
    expect(localTime(new Date(instant))).toBe(time);
  });

  it('begins at 00:00 and ends at 24:00 in Shanghai (民法典 §203)', () => {
    expect(startOfLocalDay('2026-10-08').toISOString()).toBe('2026-10-07T16:00:00.000Z');
    expect(endOfLocalDay('2026-10-08').toISOString()).toBe('2026-10-08T16:00:00.000Z');
    expect(endOfLocalDay('2026-12-31')).toEqual(startOfLocalDay('2027-01-01'));
  });

  it.each([
    ['00:00', '2026-10-07T16:00:00.000Z'],
    ['09:30', '2026-10-08T01:30:00.000Z'],
    ['23:59', '2026-10-08T15:59:00.000Z'],
    ['24:00', '2026-10-08T16:00:00.000Z'],
  ])('has an instant at %s', (time, instant) => {
    expect(instantAt('2026-10-08', time).toISOString()).toBe(instant);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-03-01', -1, '2025-02-28'],
    ['2026-03-08', 1, '2026-03-09'], // summer time begins in Los Angeles
  ])('%s and %i days is %s', (date, n, then) => {
    expect(addDays(date, n)).toBe(then);
  });

  it('has a day number and comes back from it', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(dateOfDayNumber(dayNumberOf('2026-02-14'))).toBe('2026-02-14');
  });

  it.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-10-08T00:00', '八月'])(
    'refuses %p as a date',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow('calendar.date_invalid');
    },
  );

  it.each(['24:01', '25:00', '9:30', '09:60', '', '0930'])('refuses %p as a time', (time) => {
    expect(() => instantAt('2026-10-08', time)).toThrow('calendar.time_invalid');
  });
});
