import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { combingError, type Actor, type ItemRules } from '@yikou/domain';
import { Clock, FileStore, noteChange, Transactions, type Tx } from '@yikou/platform';
import { formatOf } from '../documents/index.js';
import type { UploadedFile } from '../uploaded-file.js';
import { StreetListImport } from './combing.entity.js';
import type { ImportDto, SubmitListQueryDto } from './import.dto.js';
import { ImportQueries } from './import.queries.js';

type Level = ItemRules['level'];

interface ListArea {
  code: string;
  path: string;
  level: Level;
}

/** Takes the list of a street in hand; the worker imports it. */
@Injectable()
export class SubmitList {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: ImportQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `combing.area_unknown`, `combing.level_not_of_area` */
  async run(query: SubmitListQueryDto, file: UploadedFile, actor: Actor): Promise<ImportDto> {
    const stored = await this.files.keep(file.content);
    try {
      return await this.transactions.run(async (tx) => {
        const area = await this.areaOf(tx, query.area, actor);
        const id = randomUUID();
        const { name: fileName, content } = file;
        const dryRun = query.dryRun ?? false;
        await tx.insert(StreetListImport, {
          id,
          areaCode: area.code,
          areaPath: area.path,
          levels: levelsOf(area, query.level),
          fileName,
          format: formatOf(content),
          storageKey: stored.key,
          bytes: stored.bytes,
          sha256: stored.sha256,
          dryRun,
          state: 'WAITING',
          createdAt: this.clock.now(),
          createdById: actor.accountId,
        });
        const after = { area: area.code, fileName, sha256: stored.sha256, dryRun };
        noteChange(tx, { kind: 'street-list-import', id, after });
        return this.imports.within(tx, id);
      });
    } catch (error) {
      // Nothing refers to the content then: no orphan is left behind.
      await this.files.remove(stored.key);
      throw error;
    }
  }

  private async areaOf(tx: Tx, code: string, actor: Actor): Promise<ListArea> {
    const [area]: ListArea[] = await tx.query(
      `SELECT code, path, level FROM areas
       WHERE code = $1 AND level IN ('STREET', 'COMMUNITY') AND starts_with(path, $2)`,
      [code, actor.areaPath],
    );
    if (area) return area;
    const detail = '请选择本区的镇（街道）或社区（村）。';
    throw combingError('combing.area_unknown', code, [
      { field: 'area', code: 'combing.area_unknown', detail },
    ]);
  }
}

/** A street answers for the items of its stations as well. */
function levelsOf(area: ListArea, wanted: Level | undefined): Level[] {
  if (area.level === 'COMMUNITY') {
    if (wanted === 'STREET') throw combingError('combing.level_not_of_area');
    return ['COMMUNITY'];
  }
  return wanted ? [wanted] : ['STREET', 'COMMUNITY'];
}
