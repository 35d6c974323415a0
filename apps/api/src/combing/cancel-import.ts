import { Injectable } from '@nestjs/common';
import { combingError } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { ImportState } from './combing.entity.js';
import type { ImportDto } from './import.dto.js';
import { ImportQueries, isOpen } from './import.queries.js';

/** Ends an import that nobody wants any more; who runs it finds out with its next step. */
@Injectable()
export class CancelImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `combing.import_unknown`, `combing.import_over` */
  run(id: string): Promise<ImportDto> {
    return this.transactions.run(async (tx) => {
      const [row]: { state: ImportState }[] = await tx.query(
        'SELECT state FROM street_list_imports WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!row) throw combingError('combing.import_unknown');
      if (!isOpen(row.state)) throw combingError('combing.import_over');
      await tx.query(
        `UPDATE street_list_imports SET state = 'CANCELLED', alive_until = NULL, finished_at = $2
         WHERE id = $1`,
        [id, this.clock.now()],
      );
      const [before, after] = [{ state: row.state }, { state: 'CANCELLED' }];
      noteChange(tx, { kind: 'street-list-import', id, before, after });
      return this.imports.within(tx, id);
    });
  }
}
