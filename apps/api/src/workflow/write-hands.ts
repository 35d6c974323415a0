import { randomUUID } from 'node:crypto';
import type { CaseVerb } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { CaseExtension, CaseRecusal, TaskHelp } from './task.entity.js';
import type { Writing } from './writing.js';

/** What is kept of a verb by which a task changes hands or gets more time. */
export async function writeHands(tx: Tx, writing: Writing): Promise<void> {
  await KEPT[writing.verb]?.(tx, writing);
}

const KEPT: Partial<Record<CaseVerb, (tx: Tx, writing: Writing) => Promise<void>>> = {
  recuse: async (tx, { row, actor, now: at, input }) => {
    const reason = input.reason ?? '';
    await tx.insert(CaseRecusal, { caseId: row.id, accountId: actor?.accountId, reason, at });
  },
  askHelp: async (tx, { row, decision, actor, now: askedAt, input }) => {
    await tx.insert(TaskHelp, {
      id: randomUUID(),
      caseId: row.id,
      taskId: decision.task?.id,
      askedById: actor?.accountId,
      askedOfId: input.colleague?.accountId,
      question: input.question ?? '',
      askedAt,
    });
  },
  giveHelp: async (tx, { decision, actor, now, input }) => {
    await tx.query(
      `UPDATE task_helps SET opinion = $3, given_at = $4
       WHERE task_id = $1 AND asked_of_id = $2 AND given_at IS NULL`,
      [decision.task?.id, actor?.accountId, input.opinion, now],
    );
  },
  extend: async (tx, { row, actor, now: approvedAt, input }) => {
    const { days, reason = '', notice = '' } = input;
    const approvedById = actor?.accountId;
    await tx.insert(CaseExtension, {
      ...{ caseId: row.id, days, reason, notice, approvedById, approvedAt },
    });
  },
};
