import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type Tx } from '@yikou/platform';
import { appendEvent } from './write-case.js';

/** Writes into the case's history what the clocks announced: amber and red lights (R54, R60). */
@Injectable()
export class NoteFlags implements OnModuleInit {
  constructor(private readonly relay: OutboxRelay) {}

  onModuleInit(): void {
    this.relay.listen('deadline.warned', (tx, news) => this.note(tx, 'WARNED', news));
    this.relay.listen('deadline.missed', (tx, news) => this.note(tx, 'MISSED', news));
  }

  private async note(
    tx: Tx,
    verb: string,
    news: { subjectId: string; payload: Record<string, unknown> },
  ): Promise<void> {
    const [row]: { state: string }[] = await tx.query(
      'SELECT state FROM cases WHERE id = $1 FOR UPDATE',
      [news.subjectId],
    );
    if (!row) return;
    await appendEvent(tx, {
      caseId: news.subjectId,
      verb,
      at: new Date(String(news.payload['at'])),
      accountId: null,
      unitId: String(news.payload['ownerUnitId']),
      fromState: row.state,
      toState: row.state,
      data: { deadlineKind: news.payload['kind'], dueAt: news.payload['dueAt'] },
    });
  }
}
