import { randomUUID } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { catalogError, type Actor } from '@yikou/domain';
import { Clock, noteChange, Transactions, type Tx } from '@yikou/platform';
import { returnedBook } from '../documents/index.js';
import type { UploadedFile } from '../uploaded-file.js';
import type { DraftImportDto, ImportDraftsQueryDto } from './draft-import.dto.js';
import { ReadDraftImport, type DraftImport, type ImportedItem } from './read-draft-import.js';

const BOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PROBLEMS_SHOWN = 200;

interface Begun extends ImportedItem {
  draftId: string;
  newItemId: string;
}

/** R30: a whole specification book is taken into drafts in one action, all of it or nothing. */
@Injectable()
export class ImportDrafts {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: ReadDraftImport,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `document.*` for a file that is not taken at all, `catalog.import_too_long`;
   *   `catalog.code_taken`, `catalog.version_in_progress` where somebody began one at the same moment
   */
  run(
    { content }: UploadedFile,
    { dryRun = false, reviewUnitId }: ImportDraftsQueryDto,
    actor: Actor,
  ): Promise<DraftImportDto> {
    if (dryRun) {
      return this.transactions.read(async (tx) =>
        drawImport(await this.reader.read(tx, content), { dryRun, begun: [] }),
      );
    }
    return this.transactions.run(async (tx) => {
      const found = await this.reader.read(tx, content);
      const begun = found.problems.length > 0 ? [] : found.items.flatMap(beginning);
      await this.compose(tx, begun);
      await this.begin(tx, begun, reviewUnitId ?? null, actor);
      for (const { draftId: id, item, base } of begun) {
        const number = (base?.number ?? 0) + 1;
        noteChange(tx, { kind: 'item-draft', id, after: { code: item.code, number } });
      }
      return drawImport(found, { dryRun, begun });
    });
  }

  /** The same file with its wrong cells marked; nothing is taken. */
  returned({ name, content }: UploadedFile): Promise<StreamableFile> {
    return this.transactions.read(async (tx) => {
      const { format, problems } = await this.reader.read(tx, content);
      const file = await returnedBook(content, format, problems);
      const title = `${name.replace(/\.\w{1,5}$/u, '')}-退回改正.xlsx`;
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(title)}`;
      return new StreamableFile(file, { type: BOOK, length: file.length, disposition });
    });
  }

  private async compose(tx: Tx, begun: readonly Begun[]): Promise<void> {
    const rows = begun.filter(({ itemId }) => itemId === null);
    if (rows.length === 0) return;
    const made: unknown[] = await tx.query(
      `INSERT INTO service_items (id, code, level)
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, code text, level text)
       ON CONFLICT (code) DO NOTHING RETURNING id`,
      [
        JSON.stringify(
          rows.map(({ newItemId: id, item: { code, level } }) => ({ id, code, level })),
        ),
      ],
    );
    if (made.length < rows.length) throw catalogError('catalog.code_taken');
  }

  private async begin(
    tx: Tx,
    begun: readonly Begun[],
    reviewUnitId: string | null,
    actor: Actor,
  ): Promise<void> {
    if (begun.length === 0) return;
    const rows = begun.map(({ draftId, newItemId, item, base }) => ({
      ...{ id: draftId, item_id: newItemId, number: (base?.number ?? 0) + 1 },
      ...{ standard: item, based_on_id: base?.id ?? null },
    }));
    const made: unknown[] = await tx.query(
      `INSERT INTO item_drafts (id, item_id, item_code, number, state, name, standard, authors, based_on_id,
         review_unit_id, updated_at)
       SELECT n.id, n.item_id, n.standard ->> 'code', n.number, 'DRAFT', n.standard ->> 'name', n.standard,
         ARRAY[$2::uuid], n.based_on_id, $3, $4
       FROM jsonb_to_recordset($1::jsonb)
         AS n (id uuid, item_id uuid, number int, standard jsonb, based_on_id uuid)
       ON CONFLICT (item_id) WHERE state <> 'PUBLISHED' DO NOTHING RETURNING id`,
      [JSON.stringify(rows), actor.accountId, reviewUnitId, this.clock.now()],
    );
    if (made.length < rows.length) throw catalogError('catalog.version_in_progress');
  }
}

function beginning(one: ImportedItem): Begun[] {
  if (one.step !== 'COMPOSED' && one.step !== 'REVISED') return [];
  return [{ ...one, draftId: randomUUID(), newItemId: one.itemId ?? randomUUID() }];
}

function drawImport(
  { items, problems }: DraftImport,
  { dryRun, begun }: { dryRun: boolean; begun: readonly Begun[] },
): DraftImportDto {
  const drafts = new Map(begun.map(({ item, draftId }) => [item.code, draftId]));
  const count = (wanted: ImportedItem['step']) =>
    items.filter(({ step }) => step === wanted).length;
  return {
    dryRun,
    isDone: !dryRun && problems.length === 0,
    composed: count('COMPOSED'),
    revised: count('REVISED'),
    unchanged: count('UNCHANGED'),
    rows: items.map(({ item: { code, name }, step }) => ({
      ...{ code, name, step, draftId: drafts.get(code) ?? null },
    })),
    problemCount: problems.length,
    problems: problems.slice(0, PROBLEMS_SHOWN),
  };
}
