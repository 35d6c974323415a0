import { Injectable } from '@nestjs/common';
import { identityError, nobodyAdministersThemselves, type Actor } from '@yikou/domain';
import type { Tx } from '@yikou/platform';

/** An account that is about to be changed; nobody else changes it until the transaction ends. */
export interface LockedAccount {
  id: string;
  loginName: string;
  displayName: string;
  unitId: string;
  active: boolean;
  demo: boolean;
  version: number;
}

/** The accounts that a security administrator may change: in their own area, and not their own. */
@Injectable()
export class ManagedAccounts {
  /** @throws DomainError `identity.own_account`, `identity.account_unknown` */
  async lock(tx: Tx, id: string, actor: Actor): Promise<LockedAccount> {
    if (!nobodyAdministersThemselves(actor, id)) throw identityError('identity.own_account');
    const [account]: LockedAccount[] = await tx.query(
      `SELECT a.id, a.login_name AS "loginName", a.display_name AS "displayName", a.unit_id AS "unitId",
         a.active, a.demo, a.version
       FROM accounts a JOIN units u ON u.id = a.unit_id JOIN areas r ON r.code = u.area_code
       WHERE a.id = $1 AND starts_with(r.path, $2) FOR UPDATE OF a`,
      [id, actor.areaPath],
    );
    if (!account) throw identityError('identity.account_unknown');
    return account;
  }

  /** @throws DomainError `identity.unit_unknown`, also for a unit outside of the area */
  async checkUnit(tx: Tx, unitId: string, actor: Actor): Promise<void> {
    const found: unknown[] = await tx.query(
      `SELECT 1 FROM units u JOIN areas r ON r.code = u.area_code
       WHERE u.id = $1 AND starts_with(r.path, $2)`,
      [unitId, actor.areaPath],
    );
    if (found.length === 0) throw identityError('identity.unit_unknown');
  }
}
