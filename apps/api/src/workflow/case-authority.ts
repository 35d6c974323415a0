import { Injectable } from '@nestjs/common';
import { authorityWords, type CaseVerb } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { AuthorisationQueries } from '../authorisations/index.js';
import type { Case } from './case.entity.js';
import type { CaseRow } from './case.row.js';

/** R48, R50: a centre decides in the name of a section by an authorisation that holds that very day. */
@Injectable()
export class CaseAuthority {
  constructor(private readonly authorisations: AuthorisationQueries) {}

  /**
   * @returns what a decision keeps of it; nothing for another verb or where none is asked for
   * @throws DomainError `catalog.authorisation_missing`, `…_not_begun`, `…_expired`, `…_revoked`
   */
  async of(tx: Tx, verb: CaseVerb, row: CaseRow): Promise<Partial<Case>> {
    if (verb !== 'decide' || !row.item.byAuthorisation) return {};
    const place = { itemCode: row.item_code, centreUnitId: row.taking_unit_id };
    const held = await this.authorisations.holding(tx, place);
    return { authorisationId: held.id, authority: authorityWords(held) };
  }
}
