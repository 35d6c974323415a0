import { routeOf, throughSection, workflowError, type CaseStage, type Stage } from '@yikou/domain';
import type { OfferedItem } from '../offerings/index.js';
import type { UnitFacts } from '../organisation/index.js';

/**
 * The way of a case through real units, from the unit that takes it upwards.
 *
 * Where the counter may not close the case, its section is in the way instead (R48, R49).
 *
 * @param units the taking unit and the sections and departments of its area and of all areas above
 * @throws DomainError `case.unit_missing` naming the stage whose unit is not set up
 */
export function resolveStages(
  { version, way, sectionUnitId }: OfferedItem,
  takingUnit: UnitFacts,
  units: readonly UnitFacts[],
): CaseStage[] {
  const route = routeOf({ ...version, steps: version.content.steps });
  const section = units.find(({ id }) => id === sectionUnitId);
  const isThroughSection = way.handledBy === 'SECTION' && section?.body;
  const stages = isThroughSection ? throughSection(route, section.body ?? '') : route;
  return stages.map((stage) => {
    const unit = stage.body === null ? takingUnit : unitOf(stage, units);
    return { ...stage, unitId: unit.id, unitName: unit.name };
  });
}

function unitOf(stage: Stage, units: readonly UnitFacts[]): UnitFacts {
  const found = units.find((unit) => unit.body === stage.body && unit.area_level === stage.level);
  if (!found) throw workflowError('case.unit_missing', `${stage.name}（${stage.body}）`);
  return found;
}
