/** R99: one offering of the model that is copied. */
export interface ModelOffering {
  code: string;
  name: string;
  /** The sections behind it and in its steps, as their functions inside the street (`MZ`). */
  sectionBodies: readonly string[];
  isOver: boolean;
}

/** The centre that takes the model over. */
export interface CloneTarget {
  /** What it offers, or once offered. */
  offerings: ReadonlyMap<string, { isOver: boolean }>;
  sectionBodies: ReadonlySet<string>;
  counters: readonly number[];
}

export const CLONE_REFUSALS = ['ENDED_HERE', 'WITHDRAWN_THERE', 'NO_SECTION'] as const;
export type CloneRefusal = (typeof CLONE_REFUSALS)[number];

export interface ClonePlan {
  added: string[];
  present: string[];
  refused: { code: string; because: CloneRefusal }[];
  /** Numbers of counters that the model has and the target lacks. */
  counters: number[];
}

/**
 * R99: what copying a centre's model to another would do. An item that the target withdrew stays
 * withdrawn: somebody there had a reason; and none enters whose section the target's street lacks.
 */
export function clonePlanOf(
  model: { offerings: readonly ModelOffering[]; counters: readonly number[] },
  target: CloneTarget,
): ClonePlan {
  const plan: ClonePlan = {
    added: [],
    present: [],
    refused: [],
    counters: model.counters.filter((number) => !target.counters.includes(number)),
  };
  for (const offering of model.offerings) {
    const { code } = offering;
    const there = target.offerings.get(code);
    if (there && !there.isOver) plan.present.push(code);
    else if (there) plan.refused.push({ code, because: 'WITHDRAWN_THERE' });
    else if (offering.isOver) plan.refused.push({ code, because: 'ENDED_HERE' });
    else if (lacksSection(offering, target)) plan.refused.push({ code, because: 'NO_SECTION' });
    else plan.added.push(code);
  }
  return plan;
}

function lacksSection(offering: ModelOffering, target: CloneTarget): boolean {
  return offering.sectionBodies.some((body) => !target.sectionBodies.has(body));
}
