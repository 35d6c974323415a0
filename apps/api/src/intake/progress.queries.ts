import { Injectable } from '@nestjs/common';
import { intakeError, type CaseStage } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import { GuardedTails, PROGRESS } from './guarded-tails.js';
import { placeOf } from './sealed-applicant.js';
import type { ProgressDto, ProgressQueryDto } from './intake.dto.js';

interface ProgressRow extends Omit<
  ProgressDto,
  'steps' | 'promisedDueAt' | 'provisional' | 'messages'
> {
  stages: CaseStage[];
  stage_index: number;
  promised_due_at: Date | null;
  provisional: boolean | null;
  applicant_id: string;
  identity_number: string;
  messages: { at: string; name: string; text: string }[];
}

/** Progress for whoever holds the receipt: number and the tail of the identity number (P7). */
@Injectable()
export class ProgressQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly tails: GuardedTails,
  ) {}

  /**
   * The same answer in the same time whichever of the two is wrong: nobody finds out which numbers there
   * are.
   *
   * @throws DomainError `intake.progress_not_found`, `intake.tails_locked`
   */
  async run({ number, identityTail }: ProgressQueryDto): Promise<ProgressDto> {
    const asked = await this.tails.begin(number);
    const row = await this.find(number);
    if (!this.holds(row, identityTail)) throw intakeError('intake.progress_not_found');
    await this.tails.forget(asked);
    return drawn(row);
  }

  private async find(number: string): Promise<ProgressRow | undefined> {
    const [row]: ProgressRow[] = await this.transactions.readAs(PROGRESS, (tx) =>
      tx.query(
        `SELECT c.number AS "caseNumber", c.item_name AS "itemName", c.state, u.name AS "unitName",
         u.telephone AS "unitTelephone", c.registered_at AS "registeredAt", c.accepted_at AS "acceptedAt",
         c.decided_at AS "decidedAt", c.delivered_at AS "deliveredAt", c.stages, c.stage_index,
         d.due_at AS promised_due_at, d.provisional, p.id AS applicant_id, p.identity_number,
         (SELECT f.name FROM case_followers f WHERE f.case_id = c.id) AS "followerName",
         coalesce((SELECT json_agg(m) FROM (SELECT m.at, m.name, m.text FROM progress_messages m
           WHERE m.case_id = c.id ORDER BY m.at DESC, m.id LIMIT 20) m), '[]') AS messages
       FROM cases c JOIN applicants p ON p.id = c.applicant_id JOIN units u ON u.id = c.taking_unit_id
       LEFT JOIN deadlines d ON d.subject_id = c.id AND d.kind = 'PROMISE'
       WHERE c.number = $1`,
        [number],
      ),
    );
    return row;
  }

  private holds(row: ProgressRow | undefined, tail: string): row is ProgressRow {
    const sealed = row && {
      value: row.identity_number,
      place: placeOf('identityNumber', row.applicant_id),
    };
    return this.tails.holds(sealed, tail);
  }
}

function drawn(row: ProgressRow): ProgressDto {
  const { stages, stage_index: current, promised_due_at, provisional, messages, ...rest } = row;
  const { applicant_id: _id, identity_number: _number, ...shown } = rest;
  const finished = row.deliveredAt !== null;
  return {
    ...shown,
    promisedDueAt: promised_due_at,
    provisional: provisional ?? false,
    steps: stages.map(({ name }, index) => ({
      name,
      progress: finished || index < current ? 'DONE' : index === current ? 'CURRENT' : 'AHEAD',
    })),
    messages: messages.map(({ at, ...message }) => ({ ...message, at: new Date(at) })),
  };
}
