import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/index.js';
import {
  allowedTicketVerbs,
  decideTicket,
  letterOfTicket,
  rankOfTicket,
  takesAnybody,
  ticketNumberOf,
  type TicketPriority,
  type TicketState,
  type TicketVerb,
} from './ticket.js';

const CLERK: Actor = {
  accountId: 'clerk',
  displayName: '',
  roles: ['CLERK'],
  unitId: 'centre',
  areaPath: '',
};
const at = (time: string) => new Date(`2026-03-10T${time}:00+08:00`);

describe('R40: the queue of a hall', () => {
  it.each<[TicketPriority, string, string]>([
    ['NONE', '09:30', 'A'],
    ['APPOINTMENT', '09:00', 'B'],
    ['ELDERLY', '09:15', 'C'],
    ['DISABLED', '09:15', 'C'],
  ])('%s taken at 09:30 ranks as %s and begins with %s', (priority, rank, letter) => {
    expect(rankOfTicket(at('09:30'), priority)).toEqual(at(rank));
    expect(letterOfTicket(priority)).toBe(letter);
  });

  it('whoever waits longer than the longest head start goes before everybody who comes now', () => {
    const waiting = rankOfTicket(at('08:59'), 'NONE');
    for (const priority of ['APPOINTMENT', 'ELDERLY', 'DISABLED'] as const) {
      expect(rankOfTicket(at('09:30'), priority).getTime()).toBeGreaterThan(waiting.getTime());
    }
  });

  it('a letter has numbers up to 999', () => {
    expect([ticketNumberOf('A', 12), ticketNumberOf('A', 999)]).toEqual(['A012', 'A999']);
    expect(() => ticketNumberOf('A', 1000)).toThrow('ticket.day_full');
  });

  it('a comprehensive counter takes anybody, a special one who is sent there', () => {
    expect([takesAnybody('COMPREHENSIVE'), takesAnybody('SPECIAL')]).toEqual([true, false]);
  });

  it.each<[TicketState, TicketVerb[]]>([
    ['WAITING', []],
    ['CALLED', ['recall', 'start', 'skip', 'transfer']],
    ['SERVING', ['transfer', 'finish']],
    ['FINISHED', []],
    ['SKIPPED', ['requeue']],
  ])('%s: %s', (state, verbs) => {
    const facts = { state, unitId: 'centre' };
    expect(allowedTicketVerbs(facts, CLERK)).toEqual(verbs);
    expect(allowedTicketVerbs(facts, { ...CLERK, unitId: 'other' })).toEqual([]);
    expect(allowedTicketVerbs(facts, { ...CLERK, roles: ['GUIDE'] })).toEqual([]);
  });

  it('what is not allowed is refused', () => {
    const facts = { state: 'WAITING', unitId: 'centre' } as const;
    expect(() => decideTicket(facts, 'finish', CLERK)).toThrow('verb_not_allowed');
    expect(() => decideTicket(facts, 'start', { ...CLERK, unitId: 'x' })).toThrow('not_yours');
    expect(decideTicket({ ...facts, state: 'CALLED' }, 'start', CLERK)).toBe('SERVING');
  });
});
