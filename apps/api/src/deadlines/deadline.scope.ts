import { seesWholeSubtree, type Actor, type Light } from '@yikou/domain';

/** The lights of domain's `lightOf` for open deadlines, said in SQL; `$1` is now. A test compares both. */
export const LIGHT_CONDITION: Record<Light, string> = {
  OVERDUE: "(d.state = 'MISSED' OR (d.state = 'RUNNING' AND d.due_at <= $1))",
  WARNING: "(d.state = 'RUNNING' AND d.warn_at <= $1 AND d.due_at > $1)",
  PAUSED: "d.state = 'PAUSED'",
  NORMAL: "(d.state = 'RUNNING' AND d.warn_at > $1 AND d.due_at > $1)",
};

/** Who watches a district sees its whole subtree; everybody else what their unit took or holds. */
export function scopeOf(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return `starts_with(d.area_path, ${bind(actor.areaPath)})`;
  const unit = bind(actor.unitId);
  return `(d.owner_unit_id = ${unit} OR d.subject_unit_id = ${unit})`;
}

/** For one subject: whoever took it or held it may see how its time was counted. */
export function subjectScopeOf(actor: Actor, bind: (value: unknown) => string): string {
  if (seesWholeSubtree(actor)) return scopeOf(actor, bind);
  return `${bind(actor.unitId)}::uuid = ANY(d.unit_ids)`;
}
