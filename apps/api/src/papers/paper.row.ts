import { mayDo, mayIssuePapers, paperError, type Actor } from '@yikou/domain';
import type { Reader } from '@yikou/platform';
import type { PaperDto } from './paper.dto.js';

export interface PaperRow extends Omit<PaperDto, 'verificationPath' | 'allowedActions'> {
  unitId: string;
  code: string;
  storageKey: string;
}

const PAPER = `
  SELECT p.id, p.case_id AS "caseId", p.kind, p.subject, p.title, p.number, p.unit_id AS "unitId",
    p.unit_name AS "unitName", p.code, p.issued_at AS "issuedAt", a.display_name AS "issuedByName", p.sha256,
    p.bytes, p.pages, p.prints, p.last_printed_at AS "lastPrintedAt", p.withdrawn_at AS "withdrawnAt",
    p.withdrawal_reason AS "withdrawalReason", p.storage_key AS "storageKey"
  FROM papers p LEFT JOIN accounts a ON a.id = p.issued_by_id`;

/** @throws DomainError `paper.unknown`, also for one of a case outside the asker's scope */
export async function paperRow(tx: Reader, id: string, lock = ''): Promise<PaperRow> {
  const [row]: PaperRow[] = await tx.query(`${PAPER} WHERE p.id = $1 ${lock}`, [id]);
  if (!row) throw paperError('paper.unknown');
  return row;
}

/** Those that the asker may see, in the order in which they were asked for. */
export function paperRows(tx: Reader, ids: readonly string[]): Promise<PaperRow[]> {
  return tx.query(
    `${PAPER} JOIN unnest($1::uuid[]) WITH ORDINALITY AS w (id, n) ON w.id = p.id ORDER BY w.n`,
    [ids],
  );
}

/** A case has a handful; more than this many are of no use to anybody. */
const MOST_OF_A_CASE = 200;

export function papersOfCase(tx: Reader, caseId: string): Promise<PaperRow[]> {
  return tx.query(`${PAPER} WHERE p.case_id = $1 ORDER BY p.issued_at, p.id LIMIT $2`, [
    caseId,
    MOST_OF_A_CASE,
  ]);
}

export function drawPaper(row: PaperRow, actor: Actor): PaperDto {
  const { unitId, code, storageKey: _key, ...paper } = row;
  const holds = paper.withdrawnAt === null;
  const actions = [
    mayDo('paper.read', actor) && ('read' as const),
    holds && mayDo('paper.print', actor) && ('print' as const),
    holds && mayIssuePapers({ takingUnitId: unitId }, actor) && ('withdraw' as const),
  ];
  return {
    ...paper,
    verificationPath: `/verify/${code}`,
    allowedActions: actions.filter((action) => action !== false),
  };
}
