import { Injectable } from '@nestjs/common';
import type { Actor, WaitingFacts } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { CaseQueries, type CaseRow } from '../workflow/index.js';

export interface OnItsWay {
  id: string;
  method: string;
  carrier: string | null;
  tracking_number: string | null;
}

export type WaitingResult = WaitingFacts & { row: CaseRow; sent: OnItsWay | undefined };

/** A case and what has become of its result so far. */
@Injectable()
export class WaitingResults {
  constructor(private readonly cases: CaseQueries) {}

  /** Locks the case. @throws DomainError `case.unknown` */
  async lock(tx: Tx, caseId: string, actor: Actor): Promise<WaitingResult> {
    const row = await this.cases.row(caseId, actor, tx, 'FOR UPDATE OF c');
    const [sent]: OnItsWay[] = await tx.query(
      `SELECT id, method, carrier, tracking_number FROM deliveries WHERE case_id = $1 AND state = 'SENT'`,
      [caseId],
    );
    return {
      row,
      sent,
      state: row.state,
      issued: row.issued_at !== null,
      takingUnitId: row.taking_unit_id,
      onItsWay: sent !== undefined,
    };
  }
}
