import { Injectable } from '@nestjs/common';
import { identityError, type Actor } from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type {
  AccountPageDto,
  AccountQueryDto,
  AccountSummaryDto,
  ManagedAccountDto,
} from './accounts.dto.js';

const LOGIN_NAME = /^[\p{L}\p{N}.@_-]{1,64}$/u;
const MOST_GRANTS = 100;

/** `$1` is now, `$2` the area of whoever asks: an account elsewhere is as good as none. */
const SUMMARY = `a.id, a.login_name AS "loginName", a.display_name AS "displayName", a.active, a.demo, a.version,
  a.created_at AS "createdAt", json_build_object('id', u.id, 'name', u.name, 'areaName', r.name) AS unit,
  ARRAY(SELECT g.role FROM role_grants g WHERE g.account_id = a.id AND g.revoked_at IS NULL
    AND g.valid_from <= $1 AND (g.valid_until IS NULL OR g.valid_until > $1) ORDER BY g.role) AS roles,
  k.must_change_password AS "mustChangePassword", k.second_factor_confirmed_at IS NOT NULL AS "secondFactorOn"`;
const FROM = `FROM accounts a JOIN units u ON u.id = a.unit_id JOIN areas r ON r.code = u.area_code
  JOIN account_secrets k ON k.account_id = a.id WHERE starts_with(r.path, $2)`;

/** Instants inside JSON, as JavaScript writes them. */
const iso = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const GRANTS = `(SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role,
    'validFrom', ${iso('g.valid_from')}, 'validUntil', ${iso('g.valid_until')},
    'grantedAt', ${iso('g.granted_at')}, 'grantedByName', gb.display_name,
    'revokedAt', ${iso('g.revoked_at')}, 'revokedByName', rb.display_name)), '[]')
  FROM (SELECT * FROM role_grants WHERE account_id = a.id ORDER BY granted_at DESC, id LIMIT ${MOST_GRANTS}) g
  LEFT JOIN accounts gb ON gb.id = g.granted_by LEFT JOIN accounts rb ON rb.id = g.revoked_by) AS grants`;
const IDENTITIES = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'issuer', e.issuer,
    'subject', e.subject, 'linkedAt', ${iso('e.linked_at')}) ORDER BY e.linked_at, e.id), '[]')
  FROM external_identities e WHERE e.account_id = a.id) AS "externalIdentities"`;
const LAST = `(SELECT max(s.created_at) FROM sessions s WHERE s.account_id = a.id) AS "lastSignedInAt"`;

/** Accounts as the security administrator sees them: those of their own area and below. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(query: AccountQueryDto, actor: Actor): Promise<AccountPageDto> {
    const { limit = USUAL_PAGE, cursor, unitId, role, q, active } = query;
    const values: unknown[] = [this.clock.now(), actor.areaPath, limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const where: string[] = [];
    if (unitId) where.push(`a.unit_id = ${bind(unitId)}`);
    if (active !== undefined) where.push(`a.active = ${bind(active)}`);
    if (role) where.push(holdsNow(bind(role)));
    if (q) {
      const pattern = bind(`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`);
      where.push(`(a.login_name ILIKE ${pattern} OR a.display_name ILIKE ${pattern})`);
    }
    const after = keyOf(cursor, [LOGIN_NAME]);
    if (after) where.push(`a.login_name > ${bind(after[0])}`);
    const rows: AccountSummaryDto[] = await this.transactions.reader.query(
      `SELECT ${SUMMARY} ${[FROM, ...where].join(' AND ')} ORDER BY a.login_name LIMIT $3`,
      values,
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => cursorOf(row.loginName),
    );
  }

  /** @throws DomainError `identity.account_unknown` */
  async one(
    id: string,
    actor: Actor,
    tx: Reader = this.transactions.reader,
  ): Promise<ManagedAccountDto> {
    const [row]: ManagedAccountDto[] = await tx.query(
      `SELECT ${SUMMARY}, ${GRANTS}, ${IDENTITIES}, ${LAST} ${FROM} AND a.id = $3`,
      [this.clock.now(), actor.areaPath, id],
    );
    if (!row) throw identityError('identity.account_unknown');
    return row;
  }
}

function holdsNow(role: string): string {
  return `EXISTS (SELECT 1 FROM role_grants g WHERE g.account_id = a.id AND g.role = ${role}
    AND g.revoked_at IS NULL AND g.valid_from <= $1 AND (g.valid_until IS NULL OR g.valid_until > $1))`;
}
