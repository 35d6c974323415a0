import { Injectable } from '@nestjs/common';
import { paperMayBeIssued, type Actor } from '@yikou/domain';
import { FileStore, noteChange, Transactions } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { IssuePaperDto, PaperDto } from './paper.dto.js';
import { Paper } from './paper.entity.js';
import { PaperCases } from './paper-cases.js';
import { PaperPress } from './paper-press.js';
import { drawPaper, paperRow } from './paper.row.js';

/** Sets a paper, gives it its number and keeps the file, so that it is the same whenever it is printed. */
@Injectable()
export class IssuePaper {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly paperCases: PaperCases,
    private readonly press: PaperPress,
    private readonly files: FileStore,
  ) {}

  /**
   * @param origin under which the asker reached us; printed where no public address is set
   * @throws DomainError `case.unknown`, `paper.not_yours`, `paper.not_called_for`, `paper.issued_already`
   */
  run(caseId: string, body: IssuePaperDto, actor: Actor, origin: string): Promise<PaperDto> {
    // Numbers without gaps are given one after the other anyway, and setting a page takes its time: who
    // waits does so here, without a connection, and not at a lock whose patience ends (8 s).
    const mine = this.last.then(() => this.issue(caseId, body, actor, origin));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async issue(
    caseId: string,
    body: IssuePaperDto,
    actor: Actor,
    origin: string,
  ): Promise<PaperDto> {
    const wanted = { kind: body.kind, subject: body.subject ?? '' };
    let stored: string | undefined;
    try {
      return await this.transactions.run(async (tx) => {
        // Under the lock nothing that the paper says can change, and nobody issues it twice.
        const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
        const { facts, issued } = await this.paperCases.state(tx, row);
        paperMayBeIssued(facts, issued, wanted, actor);
        const paper = await this.press.print(tx, row, wanted, actor, origin);
        stored = paper.storageKey;
        await tx.insert(Paper, paper);
        const { id, number, kind, sha256 } = paper;
        noteChange(tx, { kind: 'paper', id, after: { number, kind, caseId, sha256 } });
        return drawPaper(await paperRow(tx, id), actor);
      });
    } catch (error) {
      // Nothing refers to the file then: no orphan is left behind.
      if (stored !== undefined) await this.files.remove(stored);
      throw error;
    }
  }
}
