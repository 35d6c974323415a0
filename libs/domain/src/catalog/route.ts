import { isAbove, type AreaLevel } from '../organisation/index.js';
import type { ItemRules, Step, StepHandler, StepRole } from './item.js';

export const STAGE_KINDS = [
  'INTAKE',
  'ON_THE_SPOT',
  'TRANSFER',
  'TASK',
  'UPLOAD',
  'DELIVERY',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** One station on the way of a case, worked out from the item's steps. */
export interface Stage {
  kind: StageKind;
  name: string;
  role: StepRole;
  level: AreaLevel;
  /** Section or department; null is the unit that took the case. */
  body: string | null;
  days: number;
  /** The stage whose task is closed by the decision. */
  decides: boolean;
  /** A further level inside one step: it works within what is left of the step's days. */
  sharesClock: boolean;
  /** R74: neighbouring stages of one name are worked on side by side; cases of before have none. */
  parallelGroup?: string | null;
}

const UPLOAD_NAME = '经四级联动系统上传上级';
const TRANSFER_NAME = '转业务科室';

/**
 * The way of a case through the levels, from the steps of its item version.
 *
 * The first step is the intake and the last the delivery (R12, R57). A counter step right before a
 * section is the transfer (R54). Wherever the work climbs a level there is an upload, whether the
 * item names it as a step or not: the upload is what starts the upper level's clock (R58, R59).
 * Steps of one parallel group stay side by side (R74), with one upload before them all.
 *
 * @param item the version's rules; steps in the order of the item
 */
export function routeOf(item: Pick<ItemRules, 'level' | 'handlingKind' | 'steps'>): Stage[] {
  const stages: Stage[] = [];
  item.steps.forEach((step, index) => {
    for (const stage of stagesOf(item, step, index)) {
      const at = beginningOf(stage, stages);
      const previous = highestBefore(stages, at);
      if (previous && mustBeUploadedFirst(previous, stage))
        stages.splice(at, 0, uploadFrom(previous, stage));
      stages.push(stage);
    }
  });
  const deciding = stages.findLastIndex((s) => s.kind === 'TASK' || s.kind === 'ON_THE_SPOT');
  return withoutLoneGroups(stages.map((stage, index) => decidingAlone(stage, index === deciding)));
}

/** Whoever decides waits for all the others (R74). */
function decidingAlone(stage: Stage, decides: boolean): Stage {
  return decides ? { ...stage, decides, parallelGroup: null } : stage;
}

function withoutLoneGroups(stages: readonly Stage[]): Stage[] {
  return stages.map((stage, index) =>
    parallelStagesAt(stages, index).length > 1 ? stage : { ...stage, parallelGroup: null },
  );
}

/** R74: the positions of the stages that are worked on together with this one, itself included. */
export function parallelStagesAt(
  stages: readonly Pick<Stage, 'parallelGroup'>[],
  index: number,
): number[] {
  const group = stages[index]?.parallelGroup;
  if (!group) return [index];
  const isOther = (stage: Pick<Stage, 'parallelGroup'>) => stage.parallelGroup !== group;
  const first = stages.slice(0, index).findLastIndex(isOther) + 1;
  const length = stages.slice(first).findIndex(isOther);
  const end = length < 0 ? stages.length : first + length;
  return Array.from({ length: end - first }, (_, position) => first + position);
}

/** Where the stage's group begins, which is the end of the way unless the last stage is of it. */
function beginningOf({ parallelGroup }: Stage, stages: readonly Stage[]): number {
  const last = stages.length - 1;
  const goesOn = parallelGroup && stages[last]?.parallelGroup === parallelGroup;
  return goesOn ? (parallelStagesAt(stages, last)[0] ?? last) : stages.length;
}

/** The stage before, of a group the one at the highest level. */
function highestBefore(stages: readonly Stage[], at: number): Stage | undefined {
  if (at === 0) return undefined;
  return parallelStagesAt(stages, at - 1)
    .flatMap((index) => stages[index] ?? [])
    .reduce((highest, one) => (isAbove(one.level, highest.level) ? one : highest));
}

/** R49: the day within which a section closes what the counter could not close on the spot. */
const SECTION_DAYS = 1;

/**
 * R49: the same way with the section in the counter's place: the counter hands the case over (R54), the
 * section decides, the counter delivers.
 *
 * @param body the section, as its function inside the street
 */
export function throughSection(stages: readonly Stage[], body: string): Stage[] {
  const first = stages.findIndex(({ kind }) => kind === 'ON_THE_SPOT');
  return stages.flatMap((stage, index) => {
    if (stage.kind !== 'ON_THE_SPOT') return [stage];
    const task: Stage = {
      ...stage,
      ...{ kind: 'TASK', role: 'BUSINESS_SECTION', level: 'STREET', body, days: SECTION_DAYS },
    };
    const handing: Stage = { ...stage, kind: 'TRANSFER', name: TRANSFER_NAME, decides: false };
    return index === first ? [handing, task] : [task];
  });
}

function stagesOf(
  item: Pick<ItemRules, 'level' | 'handlingKind' | 'steps'>,
  step: Step,
  index: number,
): Stage[] {
  const kind = kindOf(item, step, index);
  const taking: StepHandler = { level: item.level, body: null };
  const atTakingUnit = kind === 'INTAKE' || kind === 'DELIVERY';
  const handlers = atTakingUnit || step.handlers.length === 0 ? [taking] : step.handlers;
  return handlers.map((handler, position) => ({
    kind,
    name: step.name,
    role: step.role,
    level: handler.level,
    body: handler.body,
    days: step.days,
    decides: false,
    sharesClock: position > 0,
    // A step that climbs through several levels goes its way alone.
    parallelGroup: kind === 'TASK' && handlers.length === 1 ? (step.parallelGroup ?? null) : null,
  }));
}

function kindOf(
  item: Pick<ItemRules, 'handlingKind' | 'steps'>,
  step: Step,
  index: number,
): StageKind {
  const next = item.steps[index + 1];
  if (index === 0) return 'INTAKE';
  if (!next) return 'DELIVERY';
  if (isOnTheSpot(item)) return 'ON_THE_SPOT';
  if (step.role === 'COUNTER_CLERK' && next.role === 'BUSINESS_SECTION') return 'TRANSFER';
  return step.days === 0 && isUpperRole(next.role) ? 'UPLOAD' : 'TASK';
}

/** R52, R53: an INSTANT item that somebody above works on goes up like any other. */
function isOnTheSpot({ handlingKind, steps }: Pick<ItemRules, 'handlingKind' | 'steps'>): boolean {
  return handlingKind === 'INSTANT' && !steps.some(({ role }) => isUpperRole(role));
}

function isUpperRole(role: StepRole): boolean {
  return role === 'UPPER_DEPARTMENT' || role === 'PARTNER_DEPARTMENT';
}

function mustBeUploadedFirst(previous: Stage, next: Stage): boolean {
  return (
    next.kind === 'TASK' &&
    previous.kind !== 'UPLOAD' &&
    previous.kind !== 'TRANSFER' &&
    isAbove(next.level, previous.level)
  );
}

/** Done by who worked before; inside one step it runs on the step's clock. */
function uploadFrom(previous: Stage, next: Stage): Stage {
  return {
    ...previous,
    kind: 'UPLOAD',
    name: UPLOAD_NAME,
    days: 0,
    decides: false,
    sharesClock: next.sharesClock,
    parallelGroup: null,
  };
}
