import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { findingError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Reader, type Tx } from '@yikou/platform';
import type {
  CaseListSettingsDto,
  ChangeFilterDto,
  ChangeListSettingsDto,
  KeepFilterDto,
} from './filter.dto.js';
import { SavedFilter } from './finding.entity.js';

const MOST_KEPT = 50;
/** Own and shared ones together; a unit of twenty people that share five each. */
const MOST_SHOWN = 150;

/** What somebody keeps of the case list: filters, columns, and what it opens with. */
@Injectable()
export class SavedFilters {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  settings(actor: Actor): Promise<CaseListSettingsDto> {
    return this.transactions.read((tx) => this.settingsIn(tx, actor));
  }

  /** @throws DomainError `finding.filter_name_taken`, `finding.too_many_filters` */
  keep({ name, shared, filter }: KeepFilterDto, actor: Actor): Promise<CaseListSettingsDto> {
    return this.transactions.run(async (tx) => {
      await lockOwn(tx, actor);
      await isFree(tx, name, actor);
      const kept = await tx.countBy(SavedFilter, { accountId: actor.accountId });
      if (kept >= MOST_KEPT) throw findingError('finding.too_many_filters');
      const id = randomUUID();
      const { accountId, unitId } = actor;
      const row = { id, accountId, unitId, shared, name, filter: { ...filter } };
      await tx.insert(SavedFilter, { ...row, createdAt: this.clock.now() });
      noteChange(tx, { kind: 'saved-filter', id, after: { name, shared, filter: { ...filter } } });
      return this.settingsIn(tx, actor);
    });
  }

  /** @throws DomainError `finding.filter_unknown`, also for another person's; `finding.filter_name_taken` */
  change(id: string, body: ChangeFilterDto, actor: Actor): Promise<CaseListSettingsDto> {
    return this.transactions.run(async (tx) => {
      await lockOwn(tx, actor);
      const before = await ownOf(tx, id, actor);
      const { name = before.name, shared = before.shared } = body;
      if (name !== before.name) await isFree(tx, name, actor);
      await tx.update(SavedFilter, { id }, { name, shared });
      noteChange(tx, {
        kind: 'saved-filter',
        id,
        before: { name: before.name, shared: before.shared },
        after: { name, shared },
      });
      return this.settingsIn(tx, actor);
    });
  }

  /** @throws DomainError `finding.filter_unknown` */
  drop(id: string, actor: Actor): Promise<CaseListSettingsDto> {
    return this.transactions.run(async (tx) => {
      const { name, shared } = await ownOf(tx, id, actor);
      await tx.delete(SavedFilter, { id });
      noteChange(tx, { kind: 'saved-filter', id, before: { name, shared } });
      return this.settingsIn(tx, actor);
    });
  }

  /** @throws DomainError `finding.filter_unknown` */
  arrange(body: ChangeListSettingsDto, actor: Actor): Promise<CaseListSettingsDto> {
    return this.transactions.run(async (tx) => {
      const before = await this.settingsIn(tx, actor);
      const { columns = before.columns, defaultFilterId = before.defaultFilterId } = body;
      if (defaultFilterId && !before.filters.some(({ id }) => id === defaultFilterId)) {
        throw findingError('finding.filter_unknown');
      }
      await tx.query(
        `INSERT INTO list_settings (account_id, columns, default_filter_id) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET columns = $2, default_filter_id = $3`,
        [actor.accountId, columns, defaultFilterId],
      );
      const after = { columns, defaultFilterId };
      noteChange(tx, { kind: 'list-settings', id: actor.accountId, after });
      return { ...before, ...after };
    });
  }

  private async settingsIn(tx: Reader, actor: Actor): Promise<CaseListSettingsDto> {
    const [row]: CaseListSettingsDto[] = await tx.query(
      `SELECT
         coalesce((SELECT json_agg(f) FROM (
           SELECT f.id, f.name, f.shared, f.account_id = $1 AS own, a.display_name AS "ownerName", f.filter
           FROM saved_filters f JOIN accounts a ON a.id = f.account_id
           WHERE f.account_id = $1 OR (f.shared AND f.unit_id = $2)
           ORDER BY f.name, f.id LIMIT ${MOST_SHOWN}) f), '[]') AS filters,
         (SELECT columns FROM list_settings WHERE account_id = $1) AS columns,
         (SELECT s.default_filter_id FROM list_settings s JOIN saved_filters f ON f.id = s.default_filter_id
          WHERE s.account_id = $1) AS "defaultFilterId"`,
      [actor.accountId, actor.unitId],
    );
    if (!row) throw new Error('no settings');
    return row;
  }
}

/** Two saves at once would both find the name free. */
async function lockOwn(tx: Tx, { accountId }: Actor): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('saved_filters:' || $1))", [accountId]);
}

async function isFree(tx: Tx, name: string, { accountId }: Actor): Promise<void> {
  if (await tx.existsBy(SavedFilter, { accountId, name })) {
    throw findingError('finding.filter_name_taken');
  }
}

async function ownOf(tx: Tx, id: string, { accountId }: Actor): Promise<SavedFilter> {
  const own = await tx.findOneBy(SavedFilter, { id, accountId });
  if (!own) throw findingError('finding.filter_unknown');
  return own;
}
