import { Injectable } from '@nestjs/common';
import {
  archiveError,
  catalogueNumberOf,
  localDateOf,
  mayDo,
  retentionIsOver,
  seesWholeSubtree,
  type Actor,
} from '@yikou/domain';
import { Clock, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { PageQueryDto, USUAL_PAGE } from '../page.dto.js';
import type {
  ArchiveDto,
  ArchivePageDto,
  ArchiveQueryDto,
  DestructionEntriesDto,
} from './archive.dto.js';

type Row = Omit<ArchiveDto, 'catalogueNumber' | 'expired' | 'allowedActions'> & {
  fonds: string;
  year: number;
  serial: number;
};

const SELECT = `SELECT a.id, a.case_id AS "caseId", a.case_number AS "caseNumber", a.item_code AS "itemCode",
    a.item_name AS "itemName", u.name AS "unitName", a.fonds, a.year, a.serial, a.retention,
    a.kept_until::text AS "keptUntil", a.state, a.progress, a.sha256, a.bytes, a.file_count AS "fileCount",
    a.archived_at AS "archivedAt", a.packed_at AS "packedAt", a.destroyed_at AS "destroyedAt"
  FROM archives a JOIN units u ON u.id = a.unit_id`;

/** Archives, those entered last first: a centre's own, all of a district for who watches it. */
@Injectable()
export class ArchiveQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async page(query: ArchiveQueryDto, actor: Actor): Promise<ArchivePageDto> {
    const { state, number, expired, cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [scopeOf(actor, bind)];
    if (state) where.push(`a.state = ${bind(state)}`);
    if (number) where.push(`starts_with(a.case_number, ${bind(number.replaceAll(/\D/g, ''))})`);
    if (expired) where.push(`a.state = 'READY' AND a.kept_until < ${bind(this.today())}::date`);
    const after = keyOf(cursor, [INSTANT, UUID]);
    if (after) {
      where.push(
        `(a.archived_at, a.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`,
      );
    }
    const rows: Row[] = await this.transactions.reader.query(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY a.archived_at DESC, a.id DESC LIMIT $1`,
      params,
    );
    const page = pageOf(rows, limit, this.drawFor(actor), (row) =>
      cursorOf(row.archivedAt, row.id),
    );
    return { ...page, mayPropose: mayDo('archive.proposeDestruction', actor) };
  }

  /** The packages of a list, by their ids. */
  async ofDestruction(
    id: string,
    { cursor, limit = 50 }: PageQueryDto,
    actor: Actor,
  ): Promise<DestructionEntriesDto> {
    const [after = null] = keyOf(cursor, [UUID]) ?? [];
    const params: unknown[] = [id, after, limit + 1];
    const scope = scopeOf(actor, (value) => `$${params.push(value)}`);
    const rows: Row[] = await this.transactions.reader.query(
      `${SELECT} JOIN destruction_entries e ON e.archive_id = a.id
       WHERE e.destruction_id = $1 AND ($2::uuid IS NULL OR a.id > $2::uuid) AND ${scope}
       ORDER BY a.id LIMIT $3`,
      params,
    );
    if (rows.length === 0 && after === null) throw archiveError('archive.destruction_unknown');
    return pageOf(rows, limit, this.drawFor(actor), (row) => cursorOf(row.id));
  }

  /**
   * Where a package lies.
   *
   * @throws DomainError `archive.unknown`, `archive.not_ready`, `archive.failed`, `archive.destroyed`
   */
  async stored(
    id: string,
    actor: Actor,
    tx: Reader = this.transactions.reader,
  ): Promise<{ id: string; sha256: string; storage_key: string; name: string }> {
    const params: unknown[] = [id];
    const scope = scopeOf(actor, (value) => `$${params.push(value)}`);
    const [row]: (Row & { sha256: string; storage_key: string })[] = await tx.query(
      `${SELECT.replace('FROM archives', ', a.storage_key FROM archives')} WHERE a.id = $1 AND ${scope}`,
      params,
    );
    if (!row) throw archiveError('archive.unknown');
    if (row.state === 'WAITING') throw archiveError('archive.not_ready');
    if (row.state === 'FAILED') throw archiveError('archive.failed');
    if (row.state === 'DESTROYED') throw archiveError('archive.destroyed');
    return { id, sha256: row.sha256, storage_key: row.storage_key, name: catalogueNumberOf(row) };
  }

  private drawFor(actor: Actor) {
    const verbs = (['verify', 'download'] as const).filter((verb) =>
      mayDo(`archive.${verb}`, actor),
    );
    return ({ fonds, year, serial, ...row }: Row): ArchiveDto => ({
      ...row,
      catalogueNumber: catalogueNumberOf({ fonds, year, serial, retention: row.retention }),
      expired: row.state === 'READY' && retentionIsOver(row.keptUntil, this.today()),
      allowedActions: row.state === 'READY' ? verbs : [],
    });
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

export function scopeOf(actor: Actor, bind: (value: unknown) => string, table = 'a'): string {
  if (seesWholeSubtree(actor)) return `starts_with(${table}.area_path, ${bind(actor.areaPath)})`;
  return `${table}.unit_id = ${bind(actor.unitId)}`;
}
