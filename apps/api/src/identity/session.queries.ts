import { Injectable } from '@nestjs/common';
import { REFRESH_MS, secondFactorOf, type Actor, type Role } from '@yikou/domain';
import { Transactions } from '@yikou/platform';
import type { SignedIn } from './actor.js';
import type { OwnUnitDto, SessionListDto } from './session.dto.js';

interface SignedInRow {
  session_id: string;
  account_id: string;
  login_name: string;
  display_name: string;
  roles: Role[];
  unit_id: string;
  area_path: string;
  must_change: boolean;
  enrolled: boolean;
  proven: boolean;
}

/** The name under which somebody is recognised, before they have a scope of their own. */
export const SIGN_IN = 'sign-in';

/** Newest first; nobody has more at once, since each is over within a day. */
const MOST_SESSIONS = 100;

/** Roles that hold at `$2`; read at every request, so that a revoked one is gone with the next. */
const ROLES_NOW = `ARRAY(SELECT g.role FROM role_grants g WHERE g.account_id = a.id AND g.revoked_at IS NULL
  AND g.valid_from <= $2 AND (g.valid_until IS NULL OR g.valid_until > $2) ORDER BY g.granted_at, g.role)`;

/** Looks up who calls, and what sessions there are. */
@Injectable()
export class SessionQueries {
  constructor(private readonly transactions: Transactions) {}

  async signedInWith(tokenHash: string, now: Date): Promise<SignedIn | undefined> {
    const [row]: SignedInRow[] = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.query(
        `SELECT s.id AS session_id, a.id AS account_id, a.login_name, a.display_name, ${ROLES_NOW} AS roles,
         a.unit_id, r.path AS area_path, k.must_change_password AND s.way = 'PASSWORD' AS must_change,
         k.second_factor_confirmed_at IS NOT NULL AS enrolled, s.second_factor_at IS NOT NULL AS proven
       FROM sessions s
       JOIN accounts a ON a.id = s.account_id AND a.active
       JOIN account_secrets k ON k.account_id = a.id
       JOIN units u ON u.id = a.unit_id
       JOIN areas r ON r.code = u.area_code
       WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.token_expires_at > $2`,
        [tokenHash, now],
      ),
    );
    return row && drawSignedIn(row);
  }

  /** Somebody as they stand now, for work that was asked for earlier; undefined for who has left. */
  async actorOf(accountId: string, now: Date): Promise<Actor | undefined> {
    const [row]: Actor[] = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.query(
        `SELECT a.id AS "accountId", a.display_name AS "displayName", ${ROLES_NOW} AS roles,
           a.unit_id AS "unitId", r.path AS "areaPath"
         FROM accounts a JOIN units u ON u.id = a.unit_id JOIN areas r ON r.code = u.area_code
         WHERE a.id = $1 AND a.active`,
        [accountId, now],
      ),
    );
    return row;
  }

  /** Of these sessions those that hold, with what their people may do now. */
  async standing(
    sessionIds: readonly string[],
    now: Date,
  ): Promise<{ sessionId: string; unitId: string; roles: Role[] }[]> {
    return this.transactions.readAs(SIGN_IN, (tx) =>
      tx.query(
        `SELECT s.id AS "sessionId", a.unit_id AS "unitId", ${ROLES_NOW} AS roles
         FROM sessions s JOIN accounts a ON a.id = s.account_id AND a.active
         WHERE s.id = ANY($1) AND s.revoked_at IS NULL AND s.token_expires_at > $2`,
        [sessionIds, now],
      ),
    );
  }

  async unitOf(accountId: string): Promise<OwnUnitDto> {
    const [row]: { unit: OwnUnitDto }[] = await this.transactions.readAs(SIGN_IN, (tx) =>
      tx.query(
        `SELECT json_build_object('id', u.id, 'name', u.name, 'kind', u.kind, 'level', r.level,
         'areaCode', r.code, 'areaName', r.name, 'telephone', u.telephone, 'address', u.address) AS unit
       FROM accounts a JOIN units u ON u.id = a.unit_id JOIN areas r ON r.code = u.area_code
       WHERE a.id = $1`,
        [accountId],
      ),
    );
    if (!row) throw new Error(`account ${accountId} is gone`);
    return row.unit;
  }

  /** Sessions of one account that may still be renewed; `currentId` is the one that asks. */
  async listOf(accountId: string, now: Date, currentId?: string): Promise<SessionListDto> {
    const items: SessionListDto['items'] = await this.transactions.reader.query(
      `SELECT id, created_at AS "createdAt", refreshed_at AS "lastUsedAt", ends_at AS "endsAt", address,
         device, way, id IS NOT DISTINCT FROM $3::uuid AS current
       FROM sessions
       WHERE account_id = $1 AND revoked_at IS NULL AND ends_at > $2 AND refreshed_at > $4
       ORDER BY created_at DESC, id LIMIT ${MOST_SESSIONS}`,
      [accountId, now, currentId ?? null, new Date(now.getTime() - REFRESH_MS)],
    );
    return { items };
  }
}

function drawSignedIn(row: SignedInRow): SignedIn {
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    loginName: row.login_name,
    displayName: row.display_name,
    roles: row.roles,
    unitId: row.unit_id,
    areaPath: row.area_path,
    mustChangePassword: row.must_change,
    secondFactor: secondFactorOf(row, row),
  };
}
