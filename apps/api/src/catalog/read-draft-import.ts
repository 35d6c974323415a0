import { Injectable } from '@nestjs/common';
import {
  catalogError,
  standardOfVersion,
  stepOfDraftImport,
  type DraftImportDecision,
  type ItemStandard,
  type KnownItem,
  type StoredVersion,
} from '@yikou/domain';
import { ProblemError, strictValidation, type Reader } from '@yikou/platform';
import {
  formatOf,
  problemsOfItems,
  readList,
  type CellProblem,
  type ListFormat,
} from '../documents/index.js';
import { ComposeDraftDto } from './draft.dto.js';
import { StandardDto } from './standard.dto.js';
import { STORED_VERSION } from './stored-version.js';

const MOST_ITEMS = 500;

export interface ImportedItem extends DraftImportDecision {
  item: ItemStandard;
  /** Of one that is there already. */
  itemId: string | null;
  /** Its latest published version. */
  base: { id: string; number: number } | null;
}

export interface DraftImport {
  format: ListFormat;
  items: ImportedItem[];
  problems: CellProblem[];
}

interface KnownRow {
  id: string;
  code: string;
  level: ItemStandard['level'];
  version_id: string | null;
  number: number;
  version: StoredVersion;
  in_the_making: boolean;
}

const KNOWN = `SELECT i.id, i.code, i.level, v.id AS version_id, v.number, ${STORED_VERSION} AS version,
    EXISTS (SELECT 1 FROM item_drafts d WHERE d.item_id = i.id AND d.state <> 'PUBLISHED') AS in_the_making
  FROM service_items i LEFT JOIN LATERAL
    (SELECT * FROM item_versions o WHERE o.item_id = i.id ORDER BY o.number DESC LIMIT 1) v ON true
  WHERE i.code = ANY($1)`;

/** Reads a file of items and says what would become of each as a draft. */
@Injectable()
export class ReadDraftImport {
  private readonly validation = strictValidation();

  /** @throws DomainError `document.*` for a file that is not taken at all, `catalog.import_too_long` */
  async read(tx: Reader, file: Buffer): Promise<DraftImport> {
    const format = formatOf(file);
    const list = readList(file, format);
    if (list.items.length > MOST_ITEMS) throw catalogError('catalog.import_too_long');
    const rows: KnownRow[] = await tx.query(KNOWN, [list.items.map(({ code }) => code)]);
    const known = new Map(rows.map((row) => [row.code, row]));
    const items: ImportedItem[] = [];
    for (const item of list.items) {
      const refusal = await this.refusalOf(item);
      const decided = decide(item, known.get(item.code));
      items.push(refusal === null ? decided : { ...decided, step: 'REFUSED', refusal });
    }
    const refusals = items.flatMap(({ item, refusal }) =>
      refusal === null ? [] : [[item.code, refusal] as const],
    );
    const refused = problemsOfItems(file, format, new Map(refusals));
    return { format, items, problems: [...list.problems, ...refused] };
  }

  /** What no editor would take, no file brings in: lengths, ranges, control characters. */
  private async refusalOf(item: ItemStandard): Promise<string | null> {
    try {
      const { code, name, level } = item;
      await this.validation.transform(item, { type: 'body', metatype: StandardDto });
      await this.validation.transform(
        { code, name, level },
        { type: 'body', metatype: ComposeDraftDto },
      );
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.fields.map(({ detail }) => detail).join('');
    }
  }
}

function decide(item: ItemStandard, row: KnownRow | undefined): ImportedItem {
  if (!row) return { item, itemId: null, base: null, ...stepOfDraftImport(item, undefined) };
  const { level, version_id: id, number, in_the_making: isInTheMaking } = row;
  const latest = id === null ? null : standardOfVersion(row.version);
  const known: KnownItem = { level, latest, isInTheMaking };
  const base = id === null ? null : { id, number };
  return { item, itemId: row.id, base, ...stepOfDraftImport(item, known) };
}
