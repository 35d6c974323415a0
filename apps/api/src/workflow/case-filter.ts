import { endOfLocalDay, startOfLocalDay } from '@yikou/domain';
import { LIGHT_CONDITION } from '../deadlines/index.js';
import type { CaseFilterDto } from './workflow.dto.js';

type Bind = (value: unknown) => string;

const EQUALS = [
  ['state', 'c.state'],
  ['itemCode', 'c.item_code'],
  ['path', 'c.path'],
  ['channel', 'c.channel'],
] as const;

/** Conditions on `c` that a filter of the case list means; each can be answered by an index. */
export function caseFilterOf(filter: CaseFilterDto, now: Date, bind: Bind): string[] {
  const where: string[] = [];
  for (const [name, column] of EQUALS) {
    if (filter[name]) where.push(`${column} = ${bind(filter[name])}`);
  }
  if (filter.outOfHours) where.push('c.out_of_hours');
  if (filter.unitId) {
    const unit = bind(filter.unitId);
    where.push(`(c.taking_unit_id = ${unit} OR c.holder_unit_id = ${unit})`);
  }
  if (filter.handlerId) {
    where.push(
      `EXISTS (SELECT 1 FROM tasks h WHERE h.case_id = c.id AND h.state = 'CLAIMED'
         AND h.assignee_id = ${bind(filter.handlerId)})`,
    );
  }
  return [...where, ...daysOf(filter, bind), ...clocksOf(filter, now, bind)];
}

function daysOf(filter: CaseFilterDto, bind: Bind): string[] {
  const { registeredFrom, registeredUntil, acceptedFrom, acceptedUntil } = filter;
  return [
    ...(registeredFrom ? [`c.registered_at >= ${bind(startOfLocalDay(registeredFrom))}`] : []),
    ...(registeredUntil ? [`c.registered_at < ${bind(endOfLocalDay(registeredUntil))}`] : []),
    ...(acceptedFrom ? [`c.accepted_at >= ${bind(startOfLocalDay(acceptedFrom))}`] : []),
    ...(acceptedUntil ? [`c.accepted_at < ${bind(endOfLocalDay(acceptedUntil))}`] : []),
  ];
}

/** Light and due day must be those of one and the same clock. */
function clocksOf({ light, dueFrom, dueUntil }: CaseFilterDto, now: Date, bind: Bind): string[] {
  if (!light && !dueFrom && !dueUntil) return [];
  const of = ['d.subject_id = c.id AND d.closed_at IS NULL'];
  if (light) of.push(LIGHT_CONDITION[light].replaceAll('$1', bind(now)));
  // A day ends at 24:00, which is the instant at which the next one begins.
  if (dueFrom) of.push(`d.due_at > ${bind(startOfLocalDay(dueFrom))}`);
  if (dueUntil) of.push(`d.due_at <= ${bind(endOfLocalDay(dueUntil))}`);
  return [`EXISTS (SELECT 1 FROM deadlines d WHERE ${of.join(' AND ')})`];
}
