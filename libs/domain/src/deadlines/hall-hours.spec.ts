import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from './calendar.js';
import { isOutsideHallHours } from './hall-hours.js';

const CALENDAR = new WorkingCalendar([
  { year: 2026, off: [['2026-03-11', '假日']], work: [['2026-03-14', '假日']] },
]);
const HOURS = { opensAt: '09:00', closesAt: '17:00' };

describe('R68: outside the hours of a hall', () => {
  it.each([
    ['2026-03-10T08:59:59+08:00', true],
    ['2026-03-10T09:00:00+08:00', false],
    ['2026-03-10T16:59:59+08:00', false],
    ['2026-03-10T17:00:00+08:00', true],
    ['2026-03-11T10:00:00+08:00', true],
    ['2026-03-14T10:00:00+08:00', false],
    ['2026-03-15T10:00:00+08:00', true],
    // Still the 10th in UTC, the 11th in Shanghai.
    ['2026-03-10T17:30:00Z', true],
  ])('%s: %s', (at, outside) => {
    expect(isOutsideHallHours(new Date(at), HOURS, CALENDAR)).toBe(outside);
  });
});
