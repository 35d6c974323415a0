import { Injectable, StreamableFile } from '@nestjs/common';
import { deliveryError, type Actor } from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { CaseQueries } from '../workflow/index.js';
import type { CaseDeliveriesDto, DeliveryDto, ReminderDto } from './delivery.dto.js';
import { Signatures } from './signatures.js';

/** More attempts or reminders than any case has. */
const MOST = 100;

/** How the result of one case was delivered, oldest first. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
    private readonly signatures: Signatures,
  ) {}

  /** @throws DomainError `case.unknown` */
  ofCase(caseId: string, actor: Actor): Promise<CaseDeliveriesDto> {
    return this.transactions.read(async (tx) => {
      await this.cases.row(caseId, actor, tx);
      return this.drawn(tx, caseId);
    });
  }

  async drawn(tx: Reader, caseId: string): Promise<CaseDeliveriesDto> {
    const deliveries: DeliveryDto[] = await tx.query(
      `SELECT d.id, d.method, d.state, d.receiver_masked AS receiver,
         d.agent_identity_masked AS "agentIdentity", d.relation, d.carrier,
         d.tracking_number AS "trackingNumber", s.display_name AS "assigneeName",
         d.signed_on_paper AS "signedOnPaper", d.signature_key IS NOT NULL AS "hasSignature",
         d.return_reason AS "returnReason", d.begun_at AS "begunAt", b.display_name AS "begunByName",
         d.ended_at AS "endedAt"
       FROM deliveries d LEFT JOIN accounts s ON s.id = d.assignee_id
         LEFT JOIN accounts b ON b.id = d.begun_by_id
       WHERE d.case_id = $1 ORDER BY d.begun_at, d.id LIMIT ${MOST}`,
      [caseId],
    );
    const reminders: ReminderDto[] = await tx.query(
      `SELECT r.way, r.note, r.at, b.display_name AS "byName" FROM delivery_reminders r
         LEFT JOIN accounts b ON b.id = r.by_id
       WHERE r.case_id = $1 ORDER BY r.at, r.id LIMIT ${MOST}`,
      [caseId],
    );
    return { deliveries, reminders };
  }

  /** @throws DomainError `case.unknown`, `delivery.unknown` */
  async signature(caseId: string, deliveryId: string, actor: Actor): Promise<StreamableFile> {
    const key = await this.transactions.read(async (tx) => {
      await this.cases.row(caseId, actor, tx);
      const [row]: { key: string | null }[] = await tx.query(
        'SELECT signature_key AS key FROM deliveries WHERE id = $1 AND case_id = $2',
        [deliveryId, caseId],
      );
      return row?.key;
    });
    if (!key) throw deliveryError('delivery.unknown');
    return new StreamableFile(await this.signatures.image(deliveryId, key), {
      type: 'image/png',
      disposition: 'attachment; filename="signature.png"',
    });
  }
}
