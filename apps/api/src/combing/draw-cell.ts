import { cellDecisionsOf, fieldOfDifference, mayDo, type Actor } from '@yikou/domain';
import type { StandardDto } from '../catalog/index.js';
import type { OpenCell } from './cell.store.js';
import type { CellDto } from './matrix.dto.js';

export function drawCell(open: OpenCell, actor: Actor): CellDto {
  const { list, key, name, item, entry, decided, points, facts, cell } = open;
  return {
    ...cell,
    areaCode: list.area_code,
    areaName: list.area_name,
    column: key,
    name,
    isExtra: item === null,
    edition: list.edition,
    standardNumber: item?.number ?? null,
    version: decided?.version ?? 0,
    points: points.map((point) => ({ ...point, field: fieldOfDifference(point) })),
    standard: (item?.standard ?? null) as StandardDto | null,
    street: (entry?.content ?? null) as StandardDto | null,
    decision: decided?.decision
      ? {
          decision: decided.decision,
          reason: decided.reason,
          byName: decided.by_name,
          at: decided.decided_at,
          draftId: decided.draft_id,
        }
      : null,
    allowedActions: mayDo('consistency.decide', actor) ? cellDecisionsOf(facts) : [],
  };
}
