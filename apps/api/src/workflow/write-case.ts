import { randomUUID } from 'node:crypto';
import { currentStage, specialProcedureOf, type CaseVerb, type VerbInput } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { Case } from './case.entity.js';
import { appendEvent } from './append-event.js';
import { factsOf, type CaseRow } from './case.row.js';
import type { Writing, WrittenVerb } from './writing.js';
import { writeHands } from './write-hands.js';
import { openTasks, writeTasks } from './write-tasks.js';

/** Columns that a verb fills besides state and stage. */
export function patchOf(
  verb: CaseVerb,
  input: VerbInput & WrittenVerb,
  row: CaseRow,
  now: Date,
): Partial<Case> {
  switch (verb) {
    case 'requestSupplement':
      return { supplementRequestedAt: now, supplementCount: row.supplement_count + 1 };
    case 'accept':
      return { acceptedAt: now };
    case 'acceptBySilence':
      // 行政许可法 §32: from the day on which the request was received.
      return { acceptedAt: row.registered_at };
    case 'returnToCounter':
      return { returnedAt: now };
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
    case 'lapse':
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
  if (decision.tasks.length > 0) await writeTasks(tx, writing);
  if (decision.open.length > 0) await openTasks(tx, writing);
  await writeHands(tx, writing);
  if (writing.verb === 'suspend') await beginSuspension(tx, writing);
  if (row.state === 'SUSPENDED' && decision.to !== 'SUSPENDED') await endSuspension(tx, writing);
  if (writing.verb === 'upload') await writeUpload(tx, writing);
  await writeEvent(tx, writing);
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
    [row.id, row.stage_index, from.unitId, decision.clocks.holderUnitId, actor?.accountId, now],
  );
}

async function writeEvent(tx: Tx, writing: Writing): Promise<void> {
  const { row, verb, decision, actor, now, input } = writing;
  const { proof: _proof, receiver: _receiver, receiverMasked: _masked, ...rest } = input;
  const { colleague, ...shown } = rest;
  const stage = row.stages[decision.task?.stageIndex ?? row.stage_index]?.name;
  await appendEvent(tx, {
    caseId: row.id,
    verb,
    at: now,
    accountId: actor?.accountId ?? null,
    unitId: actor?.unitId ?? null,
    fromState: row.state,
    toState: decision.to,
    data: { ...shown, ...(colleague ? { colleague: colleague.displayName } : {}), stage },
  });
}
