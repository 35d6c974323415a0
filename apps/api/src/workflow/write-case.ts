import { randomUUID } from 'node:crypto';
import {
  currentStage,
  specialProcedureOf,
  type Actor,
  type CaseVerb,
  type Decision,
  type VerbInput,
} from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { Case } from './case.entity.js';
import { factsOf, type CaseRow } from './case.row.js';

/** Entered with a verb and only written down. */
export interface WrittenVerb {
  opinion?: string;
  resultNumber?: string;
  /** Sealed. */
  receiver?: string;
  receiverMasked?: string;
  proof?: string;
}

interface Writing {
  row: CaseRow;
  verb: CaseVerb;
  decision: Decision;
  actor: Actor;
  now: Date;
  patch: Partial<Case>;
  input: VerbInput & WrittenVerb;
}

/** Columns that a verb fills besides state and stage. */
export function patchOf(
  verb: CaseVerb,
  input: VerbInput & WrittenVerb,
  row: CaseRow,
  now: Date,
): Partial<Case> {
  switch (verb) {
    case 'requestSupplement':
      return { supplementRequestedAt: now };
    case 'accept':
      return { acceptedAt: now };
    case 'upload':
      return { receiptAt: now };
    case 'decide':
      return {
        decidedAt: now,
        outcome: input.outcome ?? null,
        opinion: input.opinion ?? null,
        remedy: input.remedy ?? null,
        closeReason: input.reason ?? null,
      };
    case 'issue':
      return { issuedAt: now, resultNumber: input.resultNumber ?? `${row.number}-01` };
    case 'deliver':
      return {
        deliveredAt: now,
        deliveryMethod: input.deliveryMethod ?? null,
        deliveryReceiver: input.receiver ?? null,
        deliveryReceiverMasked: input.receiverMasked ?? null,
        deliveryProof: input.proof ?? null,
      };
    case 'refuse':
    case 'withdraw':
    case 'terminate':
      return { closeReason: input.reason ?? null, remedy: input.remedy ?? null };
    default:
      return {};
  }
}

/** Writes a decision down: case, tasks, suspensions, upload, event. Deadlines are written before. */
export async function writeCase(tx: Tx, writing: Writing): Promise<void> {
  const { row, decision, patch } = writing;
  await tx.update(
    Case,
    { id: row.id },
    {
      ...patch,
      state: decision.to,
      stageIndex: decision.stageIndex,
      holderUnitId: decision.clocks.holderUnitId,
      version: row.version + 1,
    },
  );
  if (decision.task !== 'NONE') await writeTask(tx, writing);
  if (decision.open) await openTask(tx, writing);
  if (writing.verb === 'suspend') await beginSuspension(tx, writing);
  if (row.state === 'SUSPENDED') await endSuspension(tx, writing);
  if (writing.verb === 'upload') await writeUpload(tx, writing);
  await writeEvent(tx, writing);
}

async function writeTask(tx: Tx, { row, decision, actor, now, input }: Writing): Promise<void> {
  const claimed = decision.task === 'CLAIMED';
  await tx.query(
    `UPDATE tasks SET state = $2, assignee_id = CASE WHEN $3 THEN $4::uuid ELSE assignee_id END,
       claimed_at = CASE WHEN $3 THEN $5::timestamptz ELSE claimed_at END,
       done_at = CASE WHEN $3 THEN NULL ELSE $5::timestamptz END, opinion = $6
     WHERE id = $1`,
    [row.task?.id, decision.task, claimed, actor.accountId, now, input.opinion ?? null],
  );
}

/** The next unit gets the task, and with it sight of the case. */
async function openTask(tx: Tx, { row, decision, now }: Writing): Promise<void> {
  const stage = decision.open;
  await tx.query(
    `WITH part AS (INSERT INTO case_units (case_id, unit_id, registered_at)
       VALUES ($2, $5, $7) ON CONFLICT DO NOTHING)
     INSERT INTO tasks (id, case_id, stage_index, name, unit_id, state, opened_at)
     VALUES ($1, $2, $3, $4, $5, 'OPEN', $6)`,
    [randomUUID(), row.id, decision.stageIndex, stage?.name, stage?.unitId, now, row.registered_at],
  );
}

async function beginSuspension(tx: Tx, { row, now, input }: Writing): Promise<void> {
  const procedure = specialProcedureOf(factsOf(row), input);
  await tx.query(
    `INSERT INTO suspensions (id, case_id, procedure_kind, procedure_name, counts_in_limit, reason, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      randomUUID(),
      row.id,
      procedure.kind,
      procedure.name,
      procedure.countsInLimit,
      input.reason ?? '',
      now,
    ],
  );
}

async function endSuspension(tx: Tx, { row, now }: Writing): Promise<void> {
  await tx.query('UPDATE suspensions SET ended_at = $2 WHERE case_id = $1 AND ended_at IS NULL', [
    row.id,
    now,
  ]);
}

/** R59: the receipt instant is fixed here and nowhere else. */
async function writeUpload(tx: Tx, { row, decision, actor, now }: Writing): Promise<void> {
  const from = currentStage({ stages: row.stages, stageIndex: row.stage_index });
  await tx.query(
    `INSERT INTO uploads (case_id, stage_index, from_unit_id, to_unit_id, uploaded_by_id, receipt_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.stage_index, from.unitId, decision.clocks.holderUnitId, actor.accountId, now],
  );
}

async function writeEvent(tx: Tx, writing: Writing): Promise<void> {
  const { row, verb, decision, actor, now, input } = writing;
  const { proof: _proof, receiver: _receiver, receiverMasked: _masked, ...shown } = input;
  await appendEvent(tx, {
    caseId: row.id,
    verb,
    at: now,
    accountId: actor.accountId,
    unitId: actor.unitId,
    fromState: row.state,
    toState: decision.to,
    data: { ...shown, stage: row.stages[row.stage_index]?.name },
  });
}

export interface NewCaseEvent {
  caseId: string;
  verb: string;
  at: Date;
  accountId: string | null;
  unitId: string | null;
  fromState: string | null;
  toState: string;
  data: Record<string, unknown>;
}

/** Appends to a case's history. The caller holds the lock of the case, so the numbers have no gap. */
export async function appendEvent(tx: Tx, event: NewCaseEvent): Promise<void> {
  await tx.query(
    `INSERT INTO case_events (case_id, seq, verb, at, account_id, unit_id, from_state, to_state, data)
     SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM case_events WHERE case_id = $1`,
    [
      event.caseId,
      event.verb,
      event.at,
      event.accountId,
      event.unitId,
      event.fromState,
      event.toState,
      JSON.stringify(event.data),
    ],
  );
}
