import {
  allowedActions,
  extensionLimitOf,
  mayCorrect,
  parallelStagesAt,
  type Actor,
  type CaseChannel,
  type CaseFacts,
  type CasePath,
  type CaseStage,
  type CorrectedCase,
  type CaseState,
  type OpeningHours,
  type Outcome,
} from '@yikou/domain';
import type { DeadlineDto } from '../deadlines/index.js';
import type { CaseItem } from './case-item.js';
import type { CaseDto, CaseStageDto, CaseSummaryDto } from './workflow.dto.js';

interface TaskJson {
  id: string;
  stageIndex: number;
  name: string;
  state: 'OPEN' | 'CLAIMED';
  unitId: string;
  unitName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  /** The account is closed or belongs to another unit by now. */
  assigneeGone: boolean;
  openedAt: string;
  helperIds: string[];
}

interface HelpJson {
  taskId: string;
  askedByName: string;
  askedOfName: string;
  question: string;
  askedAt: string;
  opinion: string | null;
  givenAt: string | null;
}

interface ExtensionJson {
  days: number;
  reason: string;
  notice: string;
  approvedByName: string;
  approvedAt: string;
}

interface OtherCaseJson {
  id: string;
  number: string;
}

interface SuspensionJson {
  procedureKind: string;
  procedureName: string;
  countsInLimit: boolean;
  reason: string;
  startedAt: string;
  endedAt: string | null;
}

export interface CaseSummaryRow {
  id: string;
  number: string;
  state: CaseState;
  item_code: string;
  item_name: string;
  path: CasePath;
  stages: CaseStage[];
  stage_index: number;
  taking_unit_id: string;
  taking_unit_name: string;
  holder_unit_id: string;
  holder_unit_name: string;
  applicant_name: string;
  registered_at: Date;
  channel: CaseChannel;
  out_of_hours: boolean;
}

export interface CaseRow extends CaseSummaryRow {
  version: number;
  item: CaseItem;
  item_version_number: number;
  area_path: string;
  applicant_id: string;
  application_id: string | null;
  opening_hours: OpeningHours;
  supplement_requested_at: Date | null;
  supplement_count: number;
  returned_at: Date | null;
  accepted_at: Date | null;
  receipt_at: Date | null;
  decided_at: Date | null;
  outcome: Outcome | null;
  opinion: string | null;
  remedy: string | null;
  issued_at: Date | null;
  result_number: string | null;
  delivered_at: Date | null;
  delivery_method: string | null;
  delivery_receiver_masked: string | null;
  close_reason: string | null;
  authority: string | null;
  consultation_id: string | null;
  first_contact_name: string;
  correction_reason: string | null;
  corrects: OtherCaseJson | null;
  corrected_by: OtherCaseJson | null;
  tasks: TaskJson[];
  helps: HelpJson[];
  recused_ids: string[];
  extension: ExtensionJson | null;
  suspensions: SuspensionJson[];
}

export const SUMMARY_COLUMNS = `c.id, c.number, c.state, c.item_code, c.item_name, c.path, c.stages, c.stage_index,
  c.taking_unit_id, tu.name AS taking_unit_name, c.holder_unit_id, hu.name AS holder_unit_name,
  c.applicant_name, c.registered_at, c.channel, c.out_of_hours`;

export const FROM_CASES = `FROM cases c JOIN units tu ON tu.id = c.taking_unit_id
  JOIN units hu ON hu.id = c.holder_unit_id`;

export const CASE_COLUMNS = `${SUMMARY_COLUMNS}, c.version, c.item, c.item_version_number, c.area_path,
  c.applicant_id, c.application_id, json_build_object('opensAt', tu.opens_at, 'closesAt', tu.closes_at, 'breaks', tu.breaks) AS opening_hours,
  c.supplement_requested_at, c.supplement_count, c.returned_at, c.accepted_at, c.receipt_at, c.decided_at, c.outcome,
  c.opinion, c.remedy, c.issued_at, c.result_number, c.delivered_at, c.delivery_method, c.delivery_receiver_masked,
  c.close_reason, c.authority, c.consultation_id, c.correction_reason,
  (SELECT f.display_name FROM accounts f WHERE f.id = c.first_contact_id) AS first_contact_name,
  (SELECT json_build_object('id', o.id, 'number', o.number) FROM cases o WHERE o.id = c.corrects_case_id) AS corrects,
  (SELECT json_build_object('id', o.id, 'number', o.number) FROM cases o WHERE o.corrects_case_id = c.id) AS corrected_by,
  coalesce((SELECT json_agg(json_build_object('id', t.id, 'stageIndex', t.stage_index, 'name', t.name,
     'state', t.state, 'unitId', t.unit_id, 'unitName', u.name, 'assigneeId', t.assignee_id,
     'assigneeName', a.display_name, 'assigneeGone', a.id IS NOT NULL AND (NOT a.active OR a.unit_id <> t.unit_id),
     'openedAt', t.opened_at, 'helperIds', (SELECT coalesce(json_agg(h.asked_of_id), '[]')
       FROM task_helps h WHERE h.task_id = t.id AND h.given_at IS NULL)) ORDER BY t.stage_index)
   FROM tasks t JOIN units u ON u.id = t.unit_id LEFT JOIN accounts a ON a.id = t.assignee_id
   WHERE t.case_id = c.id AND t.state IN ('OPEN','CLAIMED')), '[]') AS tasks,
  coalesce((SELECT json_agg(json_build_object('taskId', h.task_id, 'askedByName', b.display_name,
     'askedOfName', o.display_name, 'question', h.question, 'askedAt', h.asked_at, 'opinion', h.opinion,
     'givenAt', h.given_at) ORDER BY h.asked_at, h.id)
   FROM task_helps h JOIN accounts b ON b.id = h.asked_by_id JOIN accounts o ON o.id = h.asked_of_id
   WHERE h.case_id = c.id), '[]') AS helps,
  ARRAY(SELECT r.account_id FROM case_recusals r WHERE r.case_id = c.id) AS recused_ids,
  (SELECT json_build_object('days', x.days, 'reason', x.reason, 'notice', x.notice,
     'approvedByName', a.display_name, 'approvedAt', x.approved_at)
   FROM case_extensions x JOIN accounts a ON a.id = x.approved_by_id WHERE x.case_id = c.id) AS extension,
  coalesce((SELECT json_agg(json_build_object('procedureKind', s.procedure_kind, 'procedureName',
     s.procedure_name, 'countsInLimit', s.counts_in_limit, 'reason', s.reason, 'startedAt', s.started_at,
     'endedAt', s.ended_at) ORDER BY s.started_at)
   FROM suspensions s WHERE s.case_id = c.id), '[]') AS suspensions`;

export function factsOf(row: CaseRow, missingMaterials: readonly string[] = []): CaseFacts {
  return {
    state: row.state,
    path: row.path,
    takingUnitId: row.taking_unit_id,
    stages: row.stages,
    stageIndex: row.stage_index,
    tasks: row.tasks,
    registeredAt: row.registered_at,
    supplementNotices: row.supplement_count,
    issued: row.issued_at !== null,
    returned: row.returned_at !== null,
    extended: row.extension !== null,
    recusedIds: row.recused_ids,
    missingMaterials,
    item: row.item,
  };
}

export function drawSummary(
  row: CaseSummaryRow,
  deadlines: readonly DeadlineDto[],
): CaseSummaryDto {
  const open = deadlines.filter((deadline) => deadline.closedAt === null);
  open.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return {
    id: row.id,
    number: row.number,
    itemCode: row.item_code,
    itemName: row.item_name,
    path: row.path,
    state: row.state,
    applicantName: row.applicant_name,
    takingUnit: { id: row.taking_unit_id, name: row.taking_unit_name },
    holderUnit: { id: row.holder_unit_id, name: row.holder_unit_name },
    stageName: row.stages[row.stage_index]?.name ?? '',
    registeredAt: row.registered_at,
    channel: row.channel,
    outOfHours: row.out_of_hours,
    nextDeadline: open[0] ?? null,
  };
}

export function drawCase(row: CaseRow, deadlines: DeadlineDto[], actor: Actor): CaseDto {
  const facts = factsOf(row);
  const tasks = row.tasks.map((task) => drawTask(task, facts, actor));
  return {
    ...drawSummary(row, deadlines),
    version: row.version,
    itemVersionNumber: row.item_version_number,
    applicationId: row.application_id,
    acceptedAt: row.accepted_at,
    receiptAt: row.receipt_at,
    decidedAt: row.decided_at,
    outcome: row.outcome,
    opinion: row.opinion,
    remedy: row.remedy,
    issuedAt: row.issued_at,
    resultNumber: row.result_number,
    deliveredAt: row.delivered_at,
    deliveryMethod: row.delivery_method,
    deliveryReceiver: row.delivery_receiver_masked,
    closeReason: row.close_reason,
    authority: row.authority,
    consultationId: row.consultation_id,
    firstContactName: row.first_contact_name,
    stages: row.stages.map((stage, index) => drawStage(row, stage, index)),
    task: tasks.find(({ unitId }) => unitId === actor.unitId) ?? tasks[0] ?? null,
    tasks,
    helps: row.helps.map((help) => ({
      ...help,
      askedAt: new Date(help.askedAt),
      givenAt: help.givenAt === null ? null : new Date(help.givenAt),
    })),
    supplementCount: row.supplement_count,
    extension: row.extension && {
      ...row.extension,
      approvedAt: new Date(row.extension.approvedAt),
    },
    extensionLimit: extensionLimitOf(facts),
    corrects: row.corrects,
    correctedBy: row.corrected_by,
    correctionReason: row.correction_reason,
    mayBeCorrected: mayCorrect(correctionOf(row), actor),
    deadlines,
    suspensions: row.suspensions.map((suspension) => ({
      ...suspension,
      startedAt: new Date(suspension.startedAt),
      endedAt: suspension.endedAt === null ? null : new Date(suspension.endedAt),
    })),
    allowedActions: allowedActions(facts, actor),
    specialProcedures: row.item.specialProcedures.map(({ kind, name, countsInLimit }) => ({
      kind,
      name,
      countsInLimit,
    })),
    deliveryMethods: [...row.item.deliveryMethods],
  };
}

function drawTask({ helperIds: _helpers, ...task }: TaskJson, facts: CaseFacts, actor: Actor) {
  return {
    ...task,
    openedAt: new Date(task.openedAt),
    allowedActions: allowedActions(facts, actor, task.id),
  };
}

/** What the rules of a correction look at. */
export function correctionOf(row: CaseRow): CorrectedCase {
  const { state, taking_unit_id: takingUnitId, corrected_by } = row;
  return { state, takingUnitId, corrected: corrected_by !== null };
}

const FINISHED: readonly CaseState[] = ['DELIVERED', 'ARCHIVED'];

function drawStage(row: CaseRow, stage: CaseStage, index: number): CaseStageDto {
  const { name, kind, level, unitId, unitName, days } = stage;
  const beside = parallelStagesAt(row.stages, row.stage_index);
  // Of stages side by side those are done whose task is (R74).
  const isOpen = beside.length === 1 || row.tasks.some(({ stageIndex }) => stageIndex === index);
  const isHere = beside.includes(index);
  const done = index < row.stage_index || FINISHED.includes(row.state) || (isHere && !isOpen);
  const progress = done ? 'DONE' : isHere ? 'CURRENT' : 'AHEAD';
  const parallelGroup = stage.parallelGroup ?? null;
  return { index, name, kind, level, unitId, unitName, days, progress, parallelGroup };
}
