import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesOutOfReach } from '@yikou/domain';
import { OutboxRelay, type Tx } from '@yikou/platform';
import { appendEvent } from './append-event.js';
import { PerformVerb } from './perform-verb.js';

interface FlagNews {
  subjectId: string;
  payload: Record<string, unknown>;
}

/** What becomes of a case by itself when that clock has run out (T15). */
const OUTCOMES = {
  SUPPLEMENT: { verb: 'lapse', reason: '补正期满未补正，视为撤回申请，终止办理。' },
  NOTICE: { verb: 'acceptBySilence', reason: '收到申请材料五个工作日内未告知补正，视为受理。' },
} as const;

/**
 * Writes into the case's history what the clocks announced: amber and red lights (R54, R60), and what
 * follows from a red one that has a stated outcome. News is handled once, and so is its outcome.
 */
@Injectable()
export class NoteFlags implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly performVerb: PerformVerb,
  ) {}

  onModuleInit(): void {
    const lost = statesOutOfReach();
    if (lost.length > 0) throw new Error(`the life of a case is broken at ${lost.join()}`);
    this.relay.listen('deadline.warned', (tx, news) => this.note(tx, 'WARNED', news));
    this.relay.listen('deadline.missed', async (tx, news) => {
      await this.note(tx, 'MISSED', news);
      const { [String(news.payload['kind']) as keyof typeof OUTCOMES]: outcome } = OUTCOMES;
      if (!outcome) return;
      const { verb, reason } = outcome;
      await this.performVerb.bySystem(tx, news.subjectId, verb, { reason });
    });
  }

  private async note(tx: Tx, verb: string, { subjectId, payload }: FlagNews): Promise<void> {
    const [row]: { state: string }[] = await tx.query(
      'SELECT state FROM cases WHERE id = $1 FOR UPDATE',
      [subjectId],
    );
    if (!row) return;
    await appendEvent(tx, {
      caseId: subjectId,
      verb,
      at: new Date(String(payload['at'])),
      accountId: null,
      unitId: String(payload['ownerUnitId']),
      fromState: row.state,
      toState: row.state,
      data: { deadlineKind: payload['kind'], dueAt: payload['dueAt'] },
    });
  }
}
