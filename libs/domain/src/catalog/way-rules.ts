import type { ItemStandard } from './item-standard.js';
import { parallelRunsOf } from './limit-sums.js';
import { scopeOf } from './scope.js';
import { problem, type StandardProblem } from './standard-problem.js';
import { isAboveOwnLevel, onlyPassesOn } from './step-place.js';

/** R12, R57: the counter takes, somebody works, the counter hands over. */
export function wayHasIntakeWorkAndDelivery({ steps }: ItemStandard): StandardProblem[] {
  if (steps.length === 0 || steps.length >= 3) return [];
  const title = '办理程序至少有受理、办理、送达三个环节，请补全。';
  return [problem('steps', 'catalog.way_too_short', title)];
}

/** R31: a transfer, an upload or the delivery is no work on the matter, whatever it is called. */
export function substantiveStepsDoMoreThanPassOn({ steps }: ItemStandard): StandardProblem[] {
  return steps.flatMap(({ name, substantive }, index) => {
    if (!substantive || !onlyPassesOn(steps, index)) return [];
    const title = `环节“${name}”只是转办、上传或送达，不能标为实质性办理环节。`;
    return [problem(`steps.${index}.substantive`, 'catalog.step_not_substantive', title)];
  });
}

/** R31, R45: what is decided above enters only if the own level does more than pass it on. */
export function upperItemHasASubstantiveLocalStep(standard: ItemStandard): StandardProblem[] {
  if (standard.steps.length === 0 || scopeOf(standard) !== 'OUT_OF_SCOPE') return [];
  const title = '上级办结事项在本级没有实质性办理环节（受理或审核），不属于本级清单，请核对。';
  return [problem('steps', 'catalog.no_local_substance', title)];
}

/** R45, R58: LOCAL needs nobody above; UPPER needs somebody there. */
export function closureIsWhereTheWorkEnds(standard: ItemStandard): StandardProblem[] {
  const { closure, steps } = standard;
  if (closure === null || steps.length === 0) return [];
  const above = steps.findIndex((step) => isAboveOwnLevel(standard, step));
  if (closure === 'UPPER') {
    if (above >= 0) return [];
    const title = '上级办结事项没有上级环节，请补充上级环节或改为本级办结。';
    return [problem('closure', 'catalog.upper_without_upper_step', title)];
  }
  if (above < 0) return [];
  const title = `本级办结事项的环节“${steps[above]?.name ?? ''}”由上级办理，请改为上级办结或调整环节。`;
  return [problem(`steps.${above}`, 'catalog.local_with_upper_step', title)];
}

/** R53: an INSTANT item closed locally is not handed to anybody. */
export function instantItemStaysAtTheCounter(standard: ItemStandard): StandardProblem[] {
  if (standard.handlingKind !== 'INSTANT' || standard.closure !== 'LOCAL') return [];
  return standard.steps.flatMap(({ name, role }, index) => {
    if (role === 'COUNTER_CLERK' || role === 'COMMUNITY_CLERK') return [];
    const title = `即办件的环节“${name}”不能转给科室或部门，请改由窗口办理或改为承诺件。`;
    return [problem(`steps.${index}.role`, 'catalog.instant_handed_on', title)];
  });
}

/** R74: a group is at least two neighbouring steps between the intake and the delivery. */
export function parallelStepsStandSideBySide({ steps }: ItemStandard): StandardProblem[] {
  const seen = new Set<string>();
  return parallelRunsOf(steps).flatMap((run) => {
    const [first = 0] = run;
    const group = steps[first]?.parallelGroup;
    if (!group) return [];
    const isTorn = seen.has(group);
    seen.add(group);
    const holdsAnEnd = run.includes(0) || run.includes(steps.length - 1);
    if (!isTorn && !holdsAnEnd && run.length > 1) return [];
    const title = `并联组“${group}”应是受理与送达之间相邻的两个以上环节，请调整。`;
    return [problem(`steps.${first}.parallelGroup`, 'catalog.parallel_group_invalid', title)];
  });
}
