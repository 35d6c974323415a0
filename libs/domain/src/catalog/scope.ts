import type { ItemStandard } from './item-standard.js';
import { isAboveOwnLevel } from './step-place.js';

/** R31, R45: why an item belongs into the hall of its level. */
export const SCOPES = {
  LOCAL_CLOSURE: '本级办结',
  LOCAL_EXAMINATION: '上级办结，本级有实质性审核环节',
  LOCAL_ACCEPTANCE: '上级办结，本级行使受理',
  OUT_OF_SCOPE: '上级办结，本级无实质性办理环节',
} as const;
export type ItemScope = keyof typeof SCOPES;

/**
 * Whether an item enters, and by which of the plan's two criteria (R31, R45).
 *
 * Accepting (受理) and first examination (初审) both count as exercised at the level that does them; a
 * counter that merely collects papers for another body exercises nothing. The version says so step by
 * step (`substantive`), in view of its reviewers, because the step's words alone do not tell.
 *
 * @returns null while the closure is not decided
 */
export function scopeOf(
  standard: Pick<ItemStandard, 'level' | 'closure' | 'steps'>,
): ItemScope | null {
  if (standard.closure === null) return null;
  if (standard.closure === 'LOCAL') return 'LOCAL_CLOSURE';
  const own = standard.steps.map((step) => step.substantive && !isAboveOwnLevel(standard, step));
  if (own.slice(1).includes(true)) return 'LOCAL_EXAMINATION';
  return own[0] ? 'LOCAL_ACCEPTANCE' : 'OUT_OF_SCOPE';
}
