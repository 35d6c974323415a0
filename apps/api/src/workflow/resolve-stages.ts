import { routeOf, workflowError, type CaseStage, type ItemRules, type Stage } from '@yikou/domain';
import type { UnitFacts } from '../organisation/index.js';

/**
 * The way of a case through real units, from the unit that takes it upwards.
 *
 * @param units the taking unit and the sections and departments of its area and of all areas above
 * @throws DomainError `case.unit_missing` naming the stage whose unit is not set up
 */
export function resolveStages(
  item: Pick<ItemRules, 'level' | 'handlingKind' | 'steps'>,
  takingUnit: UnitFacts,
  units: readonly UnitFacts[],
): CaseStage[] {
  return routeOf(item).map((stage) => {
    const unit = stage.body === null ? takingUnit : unitOf(stage, units);
    return { ...stage, unitId: unit.id, unitName: unit.name };
  });
}

function unitOf(stage: Stage, units: readonly UnitFacts[]): UnitFacts {
  const found = units.find((unit) => unit.body === stage.body && unit.area_level === stage.level);
  if (!found) throw workflowError('case.unit_missing', `${stage.name}（${stage.body}）`);
  return found;
}
