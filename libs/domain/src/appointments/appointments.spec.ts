import { describe, expect, it } from '@jest/globals';
import { typedVisitCode, visitCodeOf, spokenVisitCode } from '../intake/index.js';
import { WorkingCalendar } from '../deadlines/index.js';
import { appointmentActions, mayBeCheckedIn, type AppointmentState } from './appointment.js';
import { visitMayBeAssigned, visitMayEnd } from './home-visit.js';
import { countersServing, freePlaceOf, freePlacesIn } from './places.js';
import { bookableDays, settingsArePossible, slotMayBeBooked, slotsOfDay } from './slots.js';

/** Saturday the 14th makes up for Wednesday the 11th. */
const calendar = new WorkingCalendar([
  { year: 2026, off: [['2026-03-11', '假日']], work: [['2026-03-14', '假日']] },
]);
const hours = { opensAt: '09:00', closesAt: '17:20' };
const settings = { placesPerCounter: 2, daysAhead: 4 };
const at = (text: string) => new Date(`2026-03-${text}:00+08:00`);
const NOW = at('10T10:00');

describe('R67: slots', () => {
  it('are whole half hours of opening, on working days and make-up days', () => {
    const slots = slotsOfDay('2026-03-14', hours, calendar);
    expect(slots).toHaveLength(16);
    expect([slots[0], slots.at(-1)]).toEqual([at('14T09:00'), at('14T16:30')]);
    expect(slotsOfDay('2026-03-11', hours, calendar)).toEqual([]);
    expect(bookableDays(NOW, settings, calendar)).toEqual([
      ...['2026-03-10', '2026-03-12', '2026-03-13', '2026-03-14'],
    ]);
  });

  it.each([
    ['10T10:30', undefined],
    ['14T16:30', undefined],
    ['10T10:00', 'appointment.slot_past'],
    ['15T10:00', 'appointment.too_far'],
    ['11T10:00', 'appointment.slot_unknown'],
    ['12T17:00', 'appointment.slot_unknown'],
    ['12T08:30', 'appointment.slot_unknown'],
    ['12T10:01', 'appointment.slot_unknown'],
  ])('%s: %s', (slot, code) => {
    const book = () => slotMayBeBooked(at(slot), NOW, { hours, settings, calendar });
    if (code === undefined) expect(book).not.toThrow();
    else expect(book).toThrow(code);
  });

  it('has possible settings', () => {
    expect(() => settingsArePossible(settings)).not.toThrow();
    expect(() => settingsArePossible({ ...settings, placesPerCounter: 0 })).toThrow('settings');
    expect(() => settingsArePossible({ ...settings, daysAhead: 61 })).toThrow('settings');
  });
});

describe('R67: places', () => {
  it('are at the counters of the item, the emptiest first, until all are full', () => {
    expect(countersServing([4], [1, 2])).toEqual([4]);
    expect(countersServing([], [1, 2])).toEqual([1, 2]);
    expect(countersServing([], [])).toEqual([1]);
    const taken: { counter: number; place: number }[] = [{ counter: 9, place: 1 }];
    const given: string[] = [];
    for (let place = freePlaceOf([1, 2], 2, taken); place;) {
      given.push(`${place.counter}.${place.place}`);
      taken.push(place);
      place = freePlaceOf([1, 2], 2, taken);
    }
    expect(given).toEqual(['1.1', '2.1', '1.2', '2.2']);
    expect(freePlacesIn([1, 2], 2, taken)).toBe(0);
    expect(freePlaceOf([1], 2, [{ counter: 1, place: 2 }])).toEqual({ counter: 1, place: 1 });
  });
});

describe('an appointment and a home visit', () => {
  it.each<[AppointmentState, string, string[]]>([
    ['BOOKED', '10T16:00', ['checkIn', 'cancel']],
    ['BOOKED', '12T16:00', ['cancel']],
    ['CHECKED_IN', '10T09:00', ['register']],
    ['SERVED', '10T09:00', []],
    ['CANCELLED', '10T09:00', []],
    ['MISSED', '09T09:00', []],
  ])('%s at %s: %j', (state, slot, actions) => {
    expect(appointmentActions({ state, slotAt: at(slot) }, NOW)).toEqual(actions);
  });

  it('is of its day in Shanghai', () => {
    const late = { state: 'BOOKED' as const, slotAt: at('10T16:30') };
    expect(() => mayBeCheckedIn(late, new Date('2026-03-10T15:59:00Z'))).not.toThrow();
    expect(() => mayBeCheckedIn(late, new Date('2026-03-10T16:00:00Z'))).toThrow('other_day');
  });

  it('R66: is arranged for today or later, and ends once', () => {
    const visit = { state: 'REQUESTED' as const, unitId: 'hall' };
    const assign = (on: string, assigneeUnitId: string | undefined) => () =>
      visitMayBeAssigned(visit, { on, assigneeUnitId }, '2026-03-10');
    expect(assign('2026-03-10', 'hall')).not.toThrow();
    expect(assign('2026-03-09', 'hall')).toThrow('day_past');
    expect(assign('2026-03-10', undefined)).toThrow('assignee_elsewhere');
    expect(() => visitMayEnd('REQUESTED', 'CANCELLED')).not.toThrow();
    expect(() => visitMayEnd('REQUESTED', 'DONE')).toThrow('not_assigned');
    expect(() => visitMayEnd('DONE', 'DONE')).toThrow('not_open');
  });
});

describe('the code of a visit', () => {
  it('is eight signs that are not mistaken, in any spelling', () => {
    const code = visitCodeOf(Uint8Array.from([0, 1, 33, 62, 255, 31, 8, 200]));
    expect(code).toBe('011YZZ88');
    expect(spokenVisitCode(code)).toBe('011Y-ZZ88');
    expect(typedVisitCode(' o1iy-zz88 ')).toBe(code);
    expect(typedVisitCode('011Y-ZZ8')).toBeUndefined();
    expect(typedVisitCode('011Y-ZZ8U')).toBeUndefined();
    expect(() => visitCodeOf(new Uint8Array(7))).toThrow('bytes');
  });
});
