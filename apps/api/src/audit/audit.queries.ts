import { Injectable } from '@nestjs/common';
import { AnchorBrokenError, AnchorFile, Transactions } from '@yikou/platform';
import { cursorOf, INSTANT, keyOf, pageOf } from '../keyset.js';
import { USUAL_PAGE, type PageQueryDto } from '../page.dto.js';
import type {
  AuditChainDto,
  AuditChainPageDto,
  AuditEntryDto,
  AuditPageDto,
  AuditQueryDto,
} from './audit.dto.js';

const CHAIN = /^[0-9a-z-]{1,64}$/;

interface EntryRow extends Omit<AuditEntryDto, 'changes' | 'seq'> {
  seq: string;
  changes: string;
}

interface ChainRow extends Omit<AuditChainDto, 'count' | 'anchoredCount' | 'anchoredAt'> {
  count: string;
}

/** What the auditor reads; the policies of the tables show the own area and the system's chain. */
@Injectable()
export class AuditQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly anchors: AnchorFile,
  ) {}

  /** Newest first. */
  async page(query: AuditQueryDto): Promise<AuditPageDto> {
    const { cursor, limit = USUAL_PAGE } = query;
    const params: unknown[] = [limit + 1];
    const where = conditionsOf(query, (value) => `$${params.push(value)}`);
    const after = keyOf(cursor, [INSTANT, CHAIN, /^\d{1,18}$/]);
    if (after) {
      const [at, chain, seq] = after.map((part) => `$${params.push(part)}`);
      where.push(`(e.at, e.chain, e.seq) < (${at}::timestamptz, ${chain}::text, ${seq}::bigint)`);
    }
    const rows: EntryRow[] = await this.transactions.reader.query(
      `SELECT e.chain, e.seq, e.at, e.action, e.account_id AS "accountId", e.actor, u.name AS "unitName",
         e.address, e.trace_id AS "traceId", e.subject_kind AS "subjectKind", e.subject_id AS "subjectId",
         e.reason, e.changes, e.hash
       FROM audit_entries e LEFT JOIN units u ON u.id = e.unit_id
       WHERE ${where.join(' AND ')} ORDER BY e.at DESC, e.chain DESC, e.seq DESC LIMIT $1`,
      params,
    );
    return pageOf(rows, limit, drawEntry, (row) => cursorOf(row.at, row.chain, row.seq));
  }

  async chains({ cursor, limit = USUAL_PAGE }: PageQueryDto): Promise<AuditChainPageDto> {
    const [after] = keyOf(cursor, [CHAIN]) ?? [];
    const rows: ChainRow[] = await this.transactions.reader.query(
      `SELECT c.chain, u.name AS "unitName", c.count, c.head_hash AS "headHash", c.updated_at AS "updatedAt"
       FROM audit_chains c LEFT JOIN units u ON u.id::text = c.chain
       WHERE $2::text IS NULL OR c.chain > $2 ORDER BY c.chain LIMIT $1`,
      [limit + 1, after ?? null],
    );
    const anchored = await this.anchored();
    const draw = (row: ChainRow): AuditChainDto => ({
      ...row,
      count: Number(row.count),
      anchoredCount: anchored.get(row.chain)?.count ?? 0,
      anchoredAt: anchored.get(row.chain)?.at ?? null,
    });
    return pageOf(rows, limit, draw, (row) => cursorOf(row.chain));
  }

  /** The newest anchor of each chain, as far as the file can be trusted. */
  private async anchored(): Promise<Map<string, { count: number; at: Date }>> {
    const found = new Map<string, { count: number; at: Date }>();
    try {
      for await (const { at, heads } of this.anchors.read()) {
        for (const { chain, count } of heads) found.set(chain, { count, at: new Date(at) });
      }
    } catch (error) {
      // The verification says what is wrong with the file; here its sound part counts.
      if (!(error instanceof AnchorBrokenError)) throw error;
    }
    return found;
  }
}

function conditionsOf(query: AuditQueryDto, bind: (value: unknown) => string): string[] {
  const { from, until, action, accountId, unitId, subjectKind, subjectId } = query;
  const where = ['true'];
  if (from) where.push(`e.at >= ${bind(from)}::timestamptz`);
  if (until) where.push(`e.at < ${bind(until)}::timestamptz`);
  if (action) where.push(`e.action = ${bind(action)}`);
  if (accountId) where.push(`e.account_id = ${bind(accountId)}`);
  if (unitId) where.push(`e.unit_id = ${bind(unitId)}`);
  if (subjectKind) where.push(`e.subject_kind = ${bind(subjectKind)}`);
  if (subjectId) where.push(`e.subject_id = ${bind(subjectId)}`);
  return where;
}

function drawEntry({ seq, changes, ...row }: EntryRow): AuditEntryDto {
  return {
    ...row,
    seq: Number(seq),
    changes: (JSON.parse(changes) as Partial<AuditEntryDto['changes'][number]>[]).map(
      ({ kind = '', id = '', before = null, after = null }) => ({ kind, id, before, after }),
    ),
  };
}
