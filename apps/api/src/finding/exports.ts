import { randomUUID } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import {
  exportMayBeCancelled,
  exportMayBeRequested,
  findingError,
  localDateOf,
  type Actor,
  type ExportState,
} from '@yikou/domain';
import { Clock, FileStore, noteChange, Transactions, type Reader } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE, type PageQueryDto } from '../page.dto.js';
import type { ExportDto, ExportPageDto, RequestExportDto } from './export.dto.js';
import { LIST_TITLES } from './export-words.js';
import { Export } from './finding.entity.js';

const COLUMNS = `e.id, e.list, e.state, e.rows_done AS "rowsDone", e.truncated,
  e.requested_at AS "requestedAt", e.finished_at AS "finishedAt", e.expires_at AS "expiresAt", e.bytes`;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The exports of whoever asks; another person's are not there. */
@Injectable()
export class Exports {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async page(
    { cursor, limit = USUAL_PAGE }: PageQueryDto,
    { accountId }: Actor,
  ): Promise<ExportPageDto> {
    const [at, id] = keyOf(cursor, [INSTANT, UUID]) ?? [];
    const rows: ExportDto[] = await this.transactions.reader.query(
      `SELECT ${COLUMNS} FROM exports e WHERE e.account_id = $1
         AND ($3::timestamptz IS NULL OR (e.requested_at, e.id) < ($3::timestamptz, $4::uuid))
       ORDER BY e.requested_at DESC, e.id DESC LIMIT $2`,
      [accountId, limit + 1, at ?? null, id ?? null],
    );
    const draw = (row: ExportDto) => row;
    return pageOf(rows, limit, draw, (row) => cursorOf(row.requestedAt, row.id));
  }

  /** @throws DomainError `finding.export_unknown` */
  one(id: string, actor: Actor): Promise<ExportDto> {
    return this.oneIn(this.transactions.reader, id, actor);
  }

  /** @throws DomainError `finding.exports_waiting` */
  request({ list, ...filter }: RequestExportDto, actor: Actor): Promise<ExportDto> {
    const { accountId } = actor;
    return this.transactions.run(async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('exports:' || $1))", [accountId]);
      const [row]: { count: number }[] = await tx.query(
        `SELECT count(*)::int AS count FROM exports
         WHERE account_id = $1 AND state IN ('WAITING','RUNNING')`,
        [accountId],
      );
      exportMayBeRequested(row?.count ?? 0);
      const id = randomUUID();
      const requestedAt = this.clock.now();
      const said = { ...filter } as Record<string, unknown>;
      await tx.insert(Export, {
        id,
        accountId,
        list,
        filter: said as never,
        state: 'WAITING',
        requestedAt,
      });
      noteChange(tx, { kind: 'export', id, after: { list, ...said } });
      return this.oneIn(tx, id, actor);
    });
  }

  /** @throws DomainError `finding.export_unknown`, `finding.export_over` */
  cancel(id: string, actor: Actor): Promise<ExportDto> {
    return this.transactions.run(async (tx) => {
      const [row]: { state: ExportState }[] = await tx.query(
        'SELECT state FROM exports WHERE id = $1 AND account_id = $2 FOR UPDATE',
        [id, actor.accountId],
      );
      if (!row) throw findingError('finding.export_unknown');
      exportMayBeCancelled(row.state);
      await tx.update(Export, { id }, { state: 'CANCELLED', finishedAt: this.clock.now() });
      noteChange(tx, {
        kind: 'export',
        id,
        before: { state: row.state },
        after: { state: 'CANCELLED' },
      });
      return this.oneIn(tx, id, actor);
    });
  }

  /** @throws DomainError `finding.export_unknown` (also after its day), `finding.export_not_ready` */
  file(id: string, actor: Actor): Promise<StreamableFile> {
    return this.transactions.run(
      async (tx) => {
        const found = await tx.findOneBy(Export, { id, accountId: actor.accountId });
        if (!found || found.state === 'EXPIRED') throw findingError('finding.export_unknown');
        const { storageKey, bytes, list, requestedAt } = found;
        if (storageKey === null) throw findingError('finding.export_not_ready');
        noteChange(tx, { kind: 'export', id, after: { downloaded: true } });
        const name = `${LIST_TITLES[list]}_${localDateOf(requestedAt)}.xlsx`;
        return new StreamableFile(this.files.read(storageKey), {
          type: XLSX,
          ...(bytes === null ? {} : { length: bytes }),
          disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        });
      },
      { keep: false },
    );
  }

  private async oneIn(tx: Reader, id: string, { accountId }: Actor): Promise<ExportDto> {
    const [row]: ExportDto[] = await tx.query(
      `SELECT ${COLUMNS} FROM exports e WHERE e.id = $1 AND e.account_id = $2`,
      [id, accountId],
    );
    if (!row) throw findingError('finding.export_unknown');
    return row;
  }
}
