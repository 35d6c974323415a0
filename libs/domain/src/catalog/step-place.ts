import { isAbove, type AreaLevel } from '../organisation/index.js';
import type { ItemRules, Step } from './item.js';

type Item = Pick<ItemRules, 'level'>;
type Place = Pick<Step, 'role'> & Partial<Pick<Step, 'handlers'>>;

/** The levels at which a step is worked on; its role tells while no handler is named. */
export function levelsOf(item: Item, step: Place): AreaLevel[] {
  if (step.handlers?.length) return step.handlers.map(({ level }) => level);
  switch (step.role) {
    case 'COUNTER_CLERK':
    case 'COMMUNITY_CLERK':
      return [item.level];
    case 'BUSINESS_SECTION':
      return ['STREET'];
    case 'PARTNER_DEPARTMENT':
    case 'UPPER_DEPARTMENT':
      return ['DISTRICT'];
  }
}

/** Worked on, wholly or in part, above the item's own level (本级). */
export function isAboveOwnLevel(item: Item, step: Place): boolean {
  return levelsOf(item, step).some((level) => isAbove(level, item.level));
}

/** R54: a counter step right before a section hands the case over to it. */
export function isTransfer(steps: readonly Place[], index: number): boolean {
  const isBetween = index > 0 && index < steps.length - 1;
  return (
    isBetween &&
    steps[index]?.role === 'COUNTER_CLERK' &&
    steps[index + 1]?.role === 'BUSINESS_SECTION'
  );
}

/** R58: a step without days right before an upper department sends the case up. */
export function isUpload(steps: readonly (Place & Pick<Step, 'days'>)[], index: number): boolean {
  const next = steps[index + 1];
  return (
    index > 0 &&
    index < steps.length - 1 &&
    steps[index]?.days === 0 &&
    (next?.role === 'UPPER_DEPARTMENT' || next?.role === 'PARTNER_DEPARTMENT')
  );
}

/** Passing on and handing over: by its place no work on the matter itself (R31). */
export function onlyPassesOn(
  steps: readonly (Place & Pick<Step, 'days'>)[],
  index: number,
): boolean {
  return (
    (index > 0 && index === steps.length - 1) || isTransfer(steps, index) || isUpload(steps, index)
  );
}
