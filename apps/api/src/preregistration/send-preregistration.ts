import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checkedApplicant,
  lastDayOf,
  localDateOf,
  preregistrationMayBeSent,
  visitCodeOf,
  type ApplicantInput,
} from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { WorkingCalendarStore } from '../deadlines/index.js';
import { AddressesOfSenders, SealedPeople } from '../intake/index.js';
import { OfferedItems } from '../offerings/index.js';
import type { SendPreregistrationDto, SentDto } from './preregistration.dto.js';
import { VISITORS } from './preregistration.row.js';
import { SentPreregistrations } from './sent-preregistrations.js';

const DAY_MS = 86_400_000;

/** What limits and keeps a preregistration. */
@Injectable()
export class PreregistrationGate {
  constructor(
    private readonly offeredItems: OfferedItems,
    private readonly calendars: WorkingCalendarStore,
    private readonly senders: AddressesOfSenders,
  ) {}

  /** @throws DomainError `catalog.not_offered` and its like, those of {@link preregistrationMayBeSent} */
  async check(
    tx: Tx,
    { unitId, itemCode }: SendPreregistrationDto,
    { identityIndex, now }: { identityIndex: string; now: Date },
  ) {
    const { version } = await this.offeredItems.find(tx, unitId, itemCode);
    const sender = this.senders.current();
    // Whoever sends many at once is counted one after the other.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 71))', [sender ?? '']);
    const [counts]: { open: number; fromAddress: number }[] = await tx.query(
      `SELECT (SELECT count(*)::int FROM preregistrations
           WHERE identity_index = $1 AND state = 'SENT') AS open,
         (SELECT count(*)::int FROM preregistrations
           WHERE sender_index = $2 AND sent_at > $3) AS "fromAddress"`,
      [identityIndex, sender, new Date(now.getTime() - DAY_MS)],
    );
    preregistrationMayBeSent(counts ?? { open: 0, fromAddress: 0 });
    const lastDay = lastDayOf(now, await this.calendars.calendar());
    return { itemName: version.name, sender, lastDay };
  }
}

/** Takes in what somebody sends before their visit (R71): no case yet, and no clock. */
@Injectable()
export class SendPreregistration {
  constructor(
    private readonly transactions: Transactions,
    private readonly gate: PreregistrationGate,
    private readonly people: SealedPeople,
    private readonly sent: SentPreregistrations,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError the applicant's wrong fields, `catalog.item_unknown`, `catalog.not_offered`,
   *   `preregistration.too_many_open`, `preregistration.too_many`
   */
  run(body: SendPreregistrationDto): Promise<SentDto> {
    const now = this.clock.now();
    const applicant = checkedApplicant(body.applicant, localDateOf(now));
    return this.transactions.as(VISITORS, async (tx) => {
      const earlier = await this.sent.find(tx, body.requestKey);
      return earlier ?? this.write(tx, body, applicant, now);
    });
  }

  private async write(
    tx: Tx,
    body: SendPreregistrationDto,
    applicant: ApplicantInput,
    now: Date,
  ): Promise<SentDto> {
    const id = randomUUID();
    const person = this.people.sealVisitor('preregistrations', id, applicant);
    const { identityIndex } = person;
    const { itemName, sender, lastDay } = await this.gate.check(tx, body, { identityIndex, now });
    await tx.query(
      `INSERT INTO preregistrations (id, unit_id, area_path, item_code, item_name, code, request_key, state,
         applicant_kind, applicant_name, name, identity_number, telephone, address, identity_index,
         telephone_index, sender_index, sent_at, last_day)
       SELECT $1, u.id, r.path, $3, $4, $5, $6, 'SENT', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
       FROM units u JOIN areas r ON r.code = u.area_code WHERE u.id = $2
       ON CONFLICT (request_key) DO NOTHING`,
      [
        ...[id, body.unitId, body.itemCode, itemName, visitCodeOf(randomBytes(8)), body.requestKey],
        ...[person.applicantKind, person.applicantName, person.name, person.identityNumber],
        ...[person.telephone, person.address, identityIndex, person.telephoneIndex, sender],
        ...[now, lastDay],
      ],
    );
    noteChange(tx, {
      kind: 'preregistration',
      id,
      after: { state: 'SENT', itemCode: body.itemCode, lastDay },
    });
    const made = await this.sent.find(tx, body.requestKey);
    if (!made) throw new Error('a preregistration was not written');
    return made;
  }
}
