import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { identityError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions } from '@yikou/platform';
import { AccountQueries } from './account.queries.js';
import type { LinkIdentityDto, ManagedAccountDto } from './accounts.dto.js';
import { ManagedAccounts } from './managed-accounts.js';
import { issuerName, OidcProvider } from './oidc-provider.js';
import { hashOfToken } from './tokens.js';

/** Says under what name the provider knows somebody: from then on they may sign in there. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: ManagedAccounts,
    private readonly queries: AccountQueries,
    private readonly provider: OidcProvider,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `identity.own_account`, `identity.account_unknown`,
   *   `identity.external_identity_taken`, `identity.oidc_not_offered` where no issuer is named or set
   */
  run(accountId: string, body: LinkIdentityDto, actor: Actor): Promise<ManagedAccountDto> {
    const { subject } = body;
    const issuer = body.issuer === undefined ? this.provider.issuer : issuerName(body.issuer);
    return this.transactions.run(async (tx) => {
      await this.accounts.lock(tx, accountId, actor);
      const id = randomUUID();
      const inserted: unknown[] = await tx.query(
        `INSERT INTO external_identities (id, account_id, issuer, subject, linked_by, linked_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
        [id, accountId, issuer, subject, actor.accountId, this.clock.now()],
      );
      if (inserted.length === 0) throw identityError('identity.external_identity_taken');
      noteChange(tx, {
        kind: 'external-identity',
        id,
        // What the provider calls somebody may be a number of theirs.
        after: { accountId, issuer, subjectHash: hashOfToken(subject) },
      });
      return this.queries.one(accountId, actor, tx);
    });
  }

  /**
   * @throws DomainError `identity.own_account`, `identity.account_unknown`,
   *   `identity.external_identity_unknown`
   */
  undo(accountId: string, identityId: string, actor: Actor): Promise<ManagedAccountDto> {
    return this.transactions.run(async (tx) => {
      await this.accounts.lock(tx, accountId, actor);
      const [removed]: { issuer: string }[][] = await tx.query(
        'DELETE FROM external_identities WHERE id = $1 AND account_id = $2 RETURNING issuer',
        [identityId, accountId],
      );
      const [before] = removed ?? [];
      if (!before) throw identityError('identity.external_identity_unknown');
      noteChange(tx, {
        kind: 'external-identity',
        id: identityId,
        before: { accountId, ...before },
      });
      return this.queries.one(accountId, actor, tx);
    });
  }
}
