import { escapeLiteral } from 'pg';

/** A person: the database shows what this person's place and roles reach. */
export interface PersonScope {
  accountId: string;
  /** Shown in the audit. */
  name: string;
  unitId: string;
  /** Codes of the areas down to the person's own, each followed by "/". */
  areaPath: string;
  /** Sees and changes what the unit takes part in. */
  ownUnit: boolean;
  /** Sees, without changing it, everything below the area. */
  subtree: boolean;
  roles: readonly string[];
}

/** Our own machinery under a name; the policies of the database say what that name may touch. */
export interface SystemScope {
  system: string;
}

/** On whose behalf a transaction reads and writes. */
export type Scope = PersonScope | SystemScope;

export const isSystem = (scope: Scope): scope is SystemScope => 'system' in scope;

/**
 * The statement that tells the row-level security of PostgreSQL who is there, until the transaction
 * ends and no longer: a setting of the session would reach the next user of the pooled connection.
 */
export function settingsOf(scope: Scope): string {
  const settings: Record<string, string> = isSystem(scope)
    ? { system: scope.system }
    : {
        account: scope.accountId,
        unit: scope.ownUnit ? scope.unitId : '',
        area: scope.subtree ? scope.areaPath : '',
        roles: scope.roles.join(','),
      };
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('yikou.${name}', ${escapeLiteral(value)}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}
