import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '../deadlines/index.js';
import {
  fileMayBeAdded,
  lastDayOf,
  MOST_BYTES,
  MOST_FILES,
  preregistrationIsOpen,
  preregistrationMayBeSent,
  PREREGISTRATIONS_A_DAY,
} from './preregistration.js';

const calendar = new WorkingCalendar([{ year: 2026, off: [['2026-03-11', '假日']], work: [] }]);

describe('R71: a preregistration', () => {
  it('waits ten working days, of which its own is none', () => {
    expect(lastDayOf(new Date('2026-03-10T23:00:00+08:00'), calendar)).toBe('2026-03-25');
  });

  it('is open to its last day', () => {
    const sent = { state: 'SENT' as const, lastDay: '2026-03-25' };
    expect(() => preregistrationIsOpen(sent, '2026-03-25')).not.toThrow();
    expect(() => preregistrationIsOpen(sent, '2026-03-26')).toThrow('over');
    const opened = { ...sent, state: 'REGISTERED' as const };
    expect(() => preregistrationIsOpen(opened, '2026-03-20')).toThrow('over');
  });

  it('has its limits', () => {
    expect(() => preregistrationMayBeSent({ open: 2, fromAddress: 0 })).not.toThrow();
    expect(() => preregistrationMayBeSent({ open: 3, fromAddress: 0 })).toThrow('too_many_open');
    const many = { open: 0, fromAddress: PREREGISTRATIONS_A_DAY };
    expect(() => preregistrationMayBeSent(many)).toThrow('too_many');
    expect(() => fileMayBeAdded({ files: 0, bytes: 0 }, MOST_BYTES)).not.toThrow();
    expect(() => fileMayBeAdded({ files: 0, bytes: 1 }, MOST_BYTES)).toThrow('files_full');
    expect(() => fileMayBeAdded({ files: MOST_FILES, bytes: 0 }, 1)).toThrow('files_full');
  });
});
