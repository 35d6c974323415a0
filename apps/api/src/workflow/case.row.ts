import {
  allowedActions,
  type Actor,
  type CaseChannel,
  type CaseFacts,
  type CasePath,
  type CaseStage,
  type CaseState,
  type OpeningHours,
  type Outcome,
} from '@yikou/domain';
import type { DeadlineDto } from '../deadlines/index.js';
import type { CaseItem } from './case-item.js';
import type { CaseDto, CaseStageDto, CaseSummaryDto } from './workflow.dto.js';

interface TaskJson {
  id: string;
  name: string;
  state: 'OPEN' | 'CLAIMED';
  unitId: string;
  unitName: string;
  assigneeId: string | null;
  assigneeName: string | null;
  openedAt: string;
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
  task: TaskJson | null;
  suspensions: SuspensionJson[];
}

export const SUMMARY_COLUMNS = `c.id, c.number, c.state, c.item_code, c.item_name, c.path, c.stages, c.stage_index,
  c.taking_unit_id, tu.name AS taking_unit_name, c.holder_unit_id, hu.name AS holder_unit_name,
  c.applicant_name, c.registered_at, c.channel, c.out_of_hours`;

export const FROM_CASES = `FROM cases c JOIN units tu ON tu.id = c.taking_unit_id
  JOIN units hu ON hu.id = c.holder_unit_id`;

export const CASE_COLUMNS = `${SUMMARY_COLUMNS}, c.version, c.item, c.item_version_number, c.area_path,
  c.applicant_id, c.application_id, json_build_object('opensAt', tu.opens_at, 'closesAt', tu.closes_at, 'breaks', tu.breaks) AS opening_hours,
  c.supplement_requested_at, c.accepted_at, c.receipt_at, c.decided_at, c.outcome,
  c.opinion, c.remedy, c.issued_at, c.result_number, c.delivered_at, c.delivery_method, c.delivery_receiver_masked,
  c.close_reason, c.authority, c.consultation_id,
  (SELECT f.display_name FROM accounts f WHERE f.id = c.first_contact_id) AS first_contact_name,
  (SELECT json_build_object('id', t.id, 'name', t.name, 'state', t.state, 'unitId', t.unit_id,
     'unitName', u.name, 'assigneeId', t.assignee_id, 'assigneeName', a.display_name, 'openedAt', t.opened_at)
   FROM tasks t JOIN units u ON u.id = t.unit_id LEFT JOIN accounts a ON a.id = t.assignee_id
   WHERE t.case_id = c.id AND t.state IN ('OPEN','CLAIMED')) AS task,
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
    task: row.task,
    supplementRequested: row.supplement_requested_at !== null,
    issued: row.issued_at !== null,
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
    task: row.task && { ...row.task, openedAt: new Date(row.task.openedAt) },
    deadlines,
    suspensions: row.suspensions.map((suspension) => ({
      ...suspension,
      startedAt: new Date(suspension.startedAt),
      endedAt: suspension.endedAt === null ? null : new Date(suspension.endedAt),
    })),
    allowedActions: allowedActions(factsOf(row), actor),
    specialProcedures: row.item.specialProcedures.map(({ kind, name, countsInLimit }) => ({
      kind,
      name,
      countsInLimit,
    })),
    deliveryMethods: [...row.item.deliveryMethods],
  };
}

const FINISHED: readonly CaseState[] = ['DELIVERED', 'ARCHIVED'];

function drawStage(row: CaseRow, stage: CaseStage, index: number): CaseStageDto {
  const { name, kind, level, unitId, unitName, days } = stage;
  const done = index < row.stage_index || FINISHED.includes(row.state);
  const progress = done ? 'DONE' : index === row.stage_index ? 'CURRENT' : 'AHEAD';
  return { index, name, kind, level, unitId, unitName, days, progress };
}
