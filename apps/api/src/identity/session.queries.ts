import { Injectable } from '@nestjs/common';
import { Transactions } from '@yikou/platform';
import type { Actor, Role } from '@yikou/domain';
import type { OwnUnitDto } from './identity.dto.js';

interface ActorRow {
  session_id: string;
  account_id: string;
  login_name: string;
  display_name: string;
  roles: Role[];
  unit_id: string;
  area_path: string;
}

/** The name under which somebody is recognised, before they have a scope of their own. */
export const SIGN_IN = 'sign-in';

/** Looks up who calls. */
@Injectable()
export class SessionQueries {
  constructor(private readonly transactions: Transactions) {}

  async actorOf(
    tokenHash: string,
    now: Date,
  ): Promise<(Actor & { sessionId: string }) | undefined> {
    const [row]: ActorRow[] = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.query(
        `SELECT s.id AS session_id, a.id AS account_id, a.display_name, a.roles, a.unit_id, r.path AS area_path
       FROM sessions s
       JOIN accounts a ON a.id = s.account_id AND a.active
       JOIN units u ON u.id = a.unit_id
       JOIN areas r ON r.code = u.area_code
       WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2`,
        [tokenHash, now],
      ),
    );
    return (
      row && {
        sessionId: row.session_id,
        accountId: row.account_id,
        displayName: row.display_name,
        roles: row.roles,
        unitId: row.unit_id,
        areaPath: row.area_path,
      }
    );
  }

  async accountOf(accountId: string): Promise<{ login_name: string; unit: OwnUnitDto }> {
    const [row]: { login_name: string; unit: OwnUnitDto }[] = await this.transactions.readAs(
      SIGN_IN,
      (tx) =>
        tx.query(
          `SELECT a.login_name, json_build_object('id', u.id, 'name', u.name, 'kind', u.kind, 'level', r.level,
         'areaCode', r.code, 'areaName', r.name, 'telephone', u.telephone, 'address', u.address) AS unit
       FROM accounts a JOIN units u ON u.id = a.unit_id JOIN areas r ON r.code = u.area_code
       WHERE a.id = $1`,
          [accountId],
        ),
    );
    if (!row) throw new Error(`account ${accountId} is gone`);
    return row;
  }
}
