import { Injectable } from '@nestjs/common';
import {
  allowedVersionActions,
  brokenRules,
  catalogError,
  completenessShareOf,
  missingElements,
  STAGE_OF_STATE,
  statesWaitingFor,
  type Actor,
  type DomainError,
  type ItemStandard,
  type VersionFacts,
  type VersionState,
} from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { cursorOf, keyOf, pageOf, UUID } from '../keyset.js';
import { USUAL_PAGE } from '../page.dto.js';
import type { DraftCommentDto, DraftDto, DraftPageDto, DraftQueryDto } from './draft.dto.js';
import type { StandardDto } from './standard.dto.js';

/** A draft with what its rules ask for. */
export interface DraftRow {
  id: string;
  item_id: string;
  item_code: string;
  number: number;
  state: VersionState;
  version: number;
  name: string;
  standard: ItemStandard;
  authors: string[];
  review_unit_id: string | null;
  review_unit_name: string | null;
  return_reason: string | null;
  updated_at: Date;
  last_effective_from: string | null;
  in_force_id: string | null;
  comments: (Omit<DraftCommentDto, 'at'> & { at: string })[];
}

const SUMMARY = `d.id, d.item_id, d.item_code, d.number, d.state, d.name, d.updated_at,
  (SELECT u.name FROM units u WHERE u.id = d.review_unit_id) AS review_unit_name`;

const WHOLE = `${SUMMARY}, d.version, d.standard, d.authors, d.review_unit_id, d.return_reason,
  (SELECT i.current_version_id FROM service_items i WHERE i.id = d.item_id) AS in_force_id,
  (SELECT max(v.effective_from)::text FROM item_versions v WHERE v.item_id = d.item_id) AS last_effective_from,
  coalesce((SELECT json_agg(json_build_object('id', c.id, 'field', c.field, 'text', c.text, 'at', c.at,
      'authorName', a.display_name) ORDER BY c.at, c.id)
    FROM item_draft_comments c JOIN accounts a ON a.id = c.author_id WHERE c.draft_id = d.id), '[]') AS comments`;

/** Versions in the making; the compiler sees all, a reviewer those of the own department. */
@Injectable()
export class DraftQueries {
  constructor(private readonly transactions: Transactions) {}

  async page(
    { state, waiting, cursor, limit = USUAL_PAGE }: DraftQueryDto,
    actor: Actor,
  ): Promise<DraftPageDto> {
    const [code, id] = keyOf(cursor, [/^[\w-]{1,64}$/, UUID]) ?? [];
    const rows: DraftRow[] = await this.transactions.reader.query(
      `SELECT ${SUMMARY} FROM item_drafts d
       WHERE ($2::text IS NULL OR d.state = $2)
         AND ($5::text[] IS NULL OR d.state = ANY($5)
           AND NOT (d.state = 'IN_REVIEW' AND $6::uuid = ANY(d.authors)))
         AND ($3::text IS NULL OR (d.item_code, d.id) > ($3::text, $4::uuid))
       ORDER BY d.item_code, d.id LIMIT $1`,
      [
        limit + 1,
        state ?? null,
        code ?? null,
        id ?? null,
        waiting ? statesWaitingFor(actor) : null,
        actor.accountId,
      ],
    );
    return pageOf(rows, limit, drawSummary, (row) => cursorOf(row.item_code, row.id));
  }

  /** @throws DomainError `catalog.version_unknown` */
  one(id: string, actor: Actor): Promise<DraftDto> {
    return this.transactions.read(async (tx) => drawDraft(await this.row(tx, id), actor));
  }

  /** @throws DomainError `catalog.version_unknown` */
  async row(tx: Reader, id: string, lock = ''): Promise<DraftRow> {
    const [row]: DraftRow[] = await tx.query(
      `SELECT ${WHOLE} FROM item_drafts d WHERE d.id = $1 ${lock}`,
      [id],
    );
    if (!row) throw catalogError('catalog.version_unknown');
    return row;
  }
}

/** The one who comes second is told what the first has made of it. */
export function staleDraft(row: DraftRow, seen: number): DomainError {
  return catalogError(
    'catalog.version_stale',
    `现为第 ${row.version} 次修改、状态 ${row.state}；您看到的是第 ${seen} 次。`,
  );
}

export function factsOfDraft(row: DraftRow): VersionFacts {
  return {
    state: row.state,
    standard: row.standard,
    authors: row.authors,
    reviewUnitId: row.review_unit_id,
    lastEffectiveFrom: row.last_effective_from,
    isAnotherInProgress: false,
  };
}

function drawSummary(row: DraftRow) {
  return {
    id: row.id,
    itemCode: row.item_code,
    name: row.name,
    number: row.number,
    state: row.state,
    stage: STAGE_OF_STATE[row.state],
    reviewUnitName: row.review_unit_name,
    updatedAt: row.updated_at,
  };
}

export function drawDraft(row: DraftRow, actor: Actor): DraftDto {
  return {
    ...drawSummary(row),
    version: row.version,
    standard: row.standard as StandardDto,
    reviewUnitId: row.review_unit_id,
    inForceId: row.in_force_id,
    returnReason: row.return_reason,
    completeness: completenessShareOf(row.standard),
    problems: [...missingElements(row.standard), ...brokenRules(row.standard)],
    comments: row.comments.map((comment) => ({ ...comment, at: new Date(comment.at) })),
    allowedActions: allowedVersionActions(factsOfDraft(row), actor),
  };
}
