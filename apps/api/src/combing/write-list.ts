import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, noteChange, Transactions, type Reader, type Tx } from '@yikou/platform';
import { COMBING, ImportProgress, type ImportJob } from './import-progress.js';
import type { ImportOutcome } from './list-outcome.js';
import type { EarlierEntry, MatchedEntry } from './match-list.js';

const ROWS_AT_ONCE = 250;

/** Puts a new edition in the place of a street's list: all of it, or nothing. */
@Injectable()
export class WriteList {
  constructor(
    private readonly transactions: Transactions,
    private readonly progress: ImportProgress,
    private readonly clock: Clock,
  ) {}

  presentEntries(reader: Reader, areaCode: string): Promise<EarlierEntry[]> {
    return reader.query(
      `SELECT e.code, e.name, e.state, e.found, e.item_id, e.content_hash
       FROM street_lists l JOIN street_list_entries e ON e.list_id = l.id
       WHERE l.area_code = $1 AND l.replaced_at IS NULL ORDER BY e.position LIMIT 20000`,
      [areaCode],
    );
  }

  /** @throws ImportLost */
  run(job: ImportJob, entries: readonly MatchedEntry[], outcome: ImportOutcome): Promise<void> {
    return this.transactions.as(COMBING, async (tx) => {
      const { id, edition } = await this.begin(tx, job);
      for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) {
        const some = entries.slice(from, from + ROWS_AT_ONCE);
        await insertEntries(tx, id, job, some);
        await this.progress.tell(job, { written: from + some.length });
      }
      const { rows: _rows, ...counts } = outcome;
      const after = { area: job.area_code, edition, importId: job.id, ...counts };
      noteChange(tx, { kind: 'street-list', id, before: { edition: edition - 1 }, after });
      await this.progress.end(tx, job, { state: 'DONE', outcome });
    });
  }

  private async begin(tx: Tx, job: ImportJob): Promise<{ id: string; edition: number }> {
    const now = this.clock.now();
    await tx.query(
      'UPDATE street_lists SET replaced_at = $2 WHERE area_code = $1 AND replaced_at IS NULL',
      [job.area_code, now],
    );
    const [list]: { id: string; edition: number }[] = await tx.query(
      `INSERT INTO street_lists (id, area_code, area_path, edition, levels, import_id, made_at)
       SELECT $1, $2, $3, coalesce(max(edition), 0) + 1, $4, $5, $6 FROM street_lists WHERE area_code = $2
       RETURNING id, edition`,
      [randomUUID(), job.area_code, job.area_path, job.levels, job.id, now],
    );
    if (!list) throw new Error('no edition');
    return list;
  }
}

async function insertEntries(
  tx: Tx,
  listId: string,
  { area_path }: ImportJob,
  entries: readonly MatchedEntry[],
): Promise<void> {
  const rows = entries.map((entry) => ({
    id: entry.id,
    position: entry.position,
    code: entry.content.code,
    name: entry.content.name,
    level: entry.content.level,
    theme: entry.content.themes[0] ?? null,
    content: entry.content,
    content_hash: entry.contentHash,
    state: entry.state,
    found: entry.found,
    candidates: entry.candidates,
    item_id: entry.itemId,
    extra_key: entry.extraKey,
    compared_version_id: entry.versionId,
    differences: entry.differences ?? null,
    core: entry.core ?? null,
    differences_hash: entry.differencesHash ?? null,
  }));
  await tx.query(
    `INSERT INTO street_list_entries (id, list_id, area_path, position, code, name, level, theme, content,
       content_hash, state, found, candidates, item_id, extra_key, compared_version_id, differences, core,
       differences_hash)
     SELECT r.id, $2, $3, r.position, r.code, r.name, r.level, r.theme, r.content, r.content_hash, r.state,
       r.found, r.candidates, r.item_id, r.extra_key, r.compared_version_id, r.differences, r.core,
       r.differences_hash
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, position int, code text, name text, level text,
       theme text, content jsonb, content_hash text, state text, found text, candidates jsonb, item_id uuid,
       extra_key text, compared_version_id uuid, differences int, core int, differences_hash text)`,
    [JSON.stringify(rows), listId, area_path],
  );
}
