import { Injectable } from '@nestjs/common';
import {
  allowedVersionActions,
  catalogError,
  differencesOf,
  localDateOf,
  sideBySide,
  STAGE_OF_STATE,
  standardOfVersion,
  standingOn,
  type Actor,
  type VersionState,
} from '@yikou/domain';
import { Clock, Transactions, type Reader, type Tx } from '@yikou/platform';
import type { CatalogEntryDto, VersionContentDto } from './catalog-entry.dto.js';
import { ItemVersion } from './catalog.entity.js';
import type { DifferencesDto, VersionListDto, VersionSummaryDto } from './draft.dto.js';
import { ItemDraft } from './draft.entity.js';
import type { StandardDto } from './standard.dto.js';

interface VersionRow extends Omit<VersionSummaryDto, 'standing'> {
  draft: { id: string; number: number; state: VersionState } | null;
}

/** The published versions of an item, and what lies between any two contents. */
@Injectable()
export class VersionQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The newest hundred. @throws DomainError `catalog.item_unknown` */
  async ofItem(code: string): Promise<VersionListDto> {
    return { items: this.summaries(await rowsOf(this.transactions.reader, code)) };
  }

  /** @throws DomainError `catalog.item_unknown` */
  entry(code: string, actor: Actor): Promise<CatalogEntryDto> {
    return this.transactions.read((tx) => this.entryIn(tx, code, actor));
  }

  /** @throws DomainError `catalog.item_unknown` */
  async entryIn(tx: Reader, code: string, actor: Actor): Promise<CatalogEntryDto> {
    const rows = await rowsOf(tx, code);
    const [{ name: lastName, effectiveFrom, retiredFrom, draft }] = rows;
    const facts = {
      state: retiredFrom === null ? ('PUBLISHED' as const) : ('RETIRED' as const),
      authors: [],
      reviewUnitId: null,
      lastEffectiveFrom: effectiveFrom,
      isAnotherInProgress: draft !== null,
    };
    return {
      code,
      name: rows.find(({ current }) => current)?.name ?? lastName,
      versions: this.summaries(rows),
      draft: draft && { ...draft, stage: STAGE_OF_STATE[draft.state] },
      allowedActions: allowedVersionActions(facts, actor),
    };
  }

  /** @throws DomainError `catalog.version_unknown` */
  content(id: string): Promise<VersionContentDto> {
    return this.transactions.read((tx) => contentOf(tx, id));
  }

  /** @throws DomainError `catalog.version_unknown` */
  differences(from: string, to: string, all = false): Promise<DifferencesDto> {
    return this.transactions.read(async (tx) => {
      const [before, after] = [await contentOf(tx, from), await contentOf(tx, to)];
      const compare = all ? sideBySide : differencesOf;
      return { items: compare(before.standard, after.standard) };
    });
  }

  private summaries(rows: readonly VersionRow[]): VersionSummaryDto[] {
    const today = localDateOf(this.clock.now());
    const dated = rows.map((row) => ({ ...row, state: 'PUBLISHED' as const }));
    return dated.map((row) => {
      const { draft: _draft, state: _state, ...summary } = row;
      return { ...summary, standing: standingOn(row, dated, today) };
    });
  }
}

/** @throws DomainError `catalog.item_unknown` */
async function rowsOf(tx: Reader, code: string): Promise<[VersionRow, ...VersionRow[]]> {
  const [first, ...others]: VersionRow[] = await tx.query(
    `SELECT v.id, v.number, v.name, v.effective_from::text AS "effectiveFrom", v.published_at AS "publishedAt",
       v.id IS NOT DISTINCT FROM i.current_version_id AS current,
       r.retired_from::text AS "retiredFrom", r.reason AS "retireReason",
       (SELECT json_build_object('id', d.id, 'number', d.number, 'state', d.state)
        FROM item_drafts d WHERE d.item_id = i.id AND d.state <> 'PUBLISHED') AS draft
     FROM service_items i JOIN item_versions v ON v.item_id = i.id
       LEFT JOIN item_retirements r ON r.version_id = v.id
     WHERE i.code = $1 ORDER BY v.number DESC LIMIT 100`,
    [code],
  );
  if (!first) throw catalogError('catalog.item_unknown');
  return [first, ...others];
}

/** A published version or one in the making. */
async function contentOf(tx: Tx, id: string): Promise<VersionContentDto> {
  const version = await tx.findOneBy(ItemVersion, { id });
  if (version) {
    const { itemCode: code, number, effectiveFrom } = version;
    const standard = standardOfVersion(version) as StandardDto;
    return { id, code, number, effectiveFrom, standard };
  }
  const draft = await tx.findOneBy(ItemDraft, { id });
  if (!draft) throw catalogError('catalog.version_unknown');
  const { itemCode: code, number, standard } = draft;
  return { id, code, number, effectiveFrom: null, standard: standard as StandardDto };
}
