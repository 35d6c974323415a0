import type { WorkingCalendar } from './calendar.js';
import { deadlineError } from './errors.js';
import { endOfLocalDay } from './local-date.js';
import { dueDateOf } from './due.js';

/** Whom an overdue deadline reaches after its handler: 单位负责人 → 中心 → 区督办. */
export const ESCALATION_LEVELS = ['UNIT_HEAD', 'CENTRE', 'DISTRICT'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export interface EscalationStepFacts {
  level: EscalationLevel;
  /** Working days after the due instant; 0 is at once. */
  afterDays: number;
}

const LONGEST_WAIT = 60;

/**
 * A chain reaches each level once, from the nearest to the farthest, and never goes back in time.
 *
 * @throws DomainError `escalation.steps_invalid` with the field at fault
 */
export function assertStepsArePossible(steps: readonly EscalationStepFacts[]): void {
  if (steps.length === 0) throw refusal('steps');
  steps.forEach(({ level, afterDays }, index) => {
    const before = steps[index - 1];
    const goesUp = !before || rank(level) > rank(before.level);
    const goesOn = afterDays >= (before?.afterDays ?? 0);
    if (!goesUp) throw refusal(`steps.${index}.level`);
    if (!Number.isInteger(afterDays) || afterDays > LONGEST_WAIT || !goesOn) {
      throw refusal(`steps.${index}.afterDays`);
    }
  });
}

/**
 * When a step is taken: at the due instant, or at the end of the nth working day after it. It comes from the
 * due instant alone, so that no comment and no other event ever puts it off (T2).
 *
 * @throws DomainError `calendar.out_of_range`
 */
export function escalationAt(dueAt: Date, afterDays: number, calendar: WorkingCalendar): Date {
  if (afterDays === 0) return dueAt;
  return endOfLocalDay(calendar.nthWorkingDayAfter(dueDateOf(dueAt), afterDays));
}

function rank(level: EscalationLevel): number {
  return ESCALATION_LEVELS.indexOf(level);
}

function refusal(field: string) {
  const code = 'escalation.steps_invalid';
  return deadlineError(code, field, [{ field, code, detail: field }]);
}
