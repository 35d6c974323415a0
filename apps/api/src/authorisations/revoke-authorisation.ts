import { Injectable } from '@nestjs/common';
import {
  authorisationStandingOn,
  catalogError,
  isCivilDate,
  localDateOf,
  type Actor,
} from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import type { AuthorisationDto, RevokeAuthorisationDto } from './authorisation.dto.js';
import { AuthorisationQueries, factsOf } from './authorisation.queries.js';

/** R48: the section takes its authorisation back; from that day the counter decides nothing by it. */
@Injectable()
export class RevokeAuthorisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly authorisations: AuthorisationQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `catalog.authorisation_unknown`, `catalog.authorisation_not_yours`,
   *   `catalog.authorisation_over_already`, `catalog.authorisation_period_invalid`
   */
  run(id: string, body: RevokeAuthorisationDto, actor: Actor): Promise<AuthorisationDto> {
    const today = localDateOf(this.clock.now());
    const { reason, from = today } = body;
    if (!isCivilDate(from) || from < today) {
      throw catalogError('catalog.authorisation_period_invalid');
    }
    return this.transactions.run(async (tx) => {
      const row = await this.authorisations.row(tx, id, actor);
      if (row.section_unit_id !== actor.unitId) {
        throw catalogError('catalog.authorisation_not_yours');
      }
      if (authorisationStandingOn(factsOf(row), today) === 'EXPIRED') {
        throw catalogError('catalog.authorisation_over_already');
      }
      const [changed]: unknown[][] = await tx.query(
        `UPDATE authorisations SET revoked_from = $2, revoke_reason = $3
         WHERE id = $1 AND revoked_from IS NULL RETURNING id`,
        [id, from, reason],
      );
      if (!changed?.length) throw catalogError('catalog.authorisation_over_already');
      noteChange(tx, { kind: 'authorisation', id, after: { revokedFrom: from }, reason });
      return this.authorisations.one(tx, id, actor);
    });
  }
}
