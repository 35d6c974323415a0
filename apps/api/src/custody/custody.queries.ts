import { Injectable } from '@nestjs/common';
import {
  custodyActions,
  isTakingCounter,
  paperCountsOf,
  takeableLines,
  type Actor,
  type CustodyCase,
  type RequiredMaterial,
} from '@yikou/domain';
import { Transactions, type Reader } from '@yikou/platform';
import { CaseQueries, type CaseRow } from '../workflow/index.js';
import { CustodyDto, type CustodyHandoverDto, type CustodyOriginalDto } from './custody.dto.js';

interface OriginalRow extends Omit<CustodyOriginalDto, 'unit' | 'allowedActions'> {
  unitId: string;
  unitName: string;
}

interface HandoverRow extends Omit<CustodyHandoverDto, 'allowedActions'> {
  toUnitId: string | null;
}

interface LineRow extends Pick<RequiredMaterial, 'name' | 'form' | 'copies'> {
  position: number;
}

export interface CustodyLine {
  position: number;
  name: string;
  originals: number;
}

/** A chain has a few links; more than this many are of no use on one page. */
const MOST_LINKS = 500;

/** Where the originals of a case are, and the hands they went through. */
@Injectable()
export class CustodyQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseQueries,
  ) {}

  /** @throws DomainError `case.unknown` */
  ofCase(caseId: string, actor: Actor): Promise<CustodyDto> {
    return this.transactions.read(async (tx) => {
      const row = await this.cases.row(caseId, actor, tx);
      return this.draw(tx, row, actor);
    });
  }

  async draw(tx: Reader, row: CaseRow, actor: Actor): Promise<CustodyDto> {
    const kase = custodyCaseOf(row);
    const originals = await originalsOf(tx, row.id);
    const lines = isTakingCounter(kase, actor) ? await linesOf(tx, row.id) : [];
    const handovers = await handoversOf(tx, row.id);
    return {
      originals: originals.map(({ unitName, ...original }) => ({
        ...original,
        unit: { id: original.unitId, name: unitName },
        allowedActions: custodyActions(kase, original, actor),
      })),
      handovers: handovers.map((handover) => drawHandover(handover, actor)),
      takeable: takeableLines(lines, originals),
      receivers: receiversOf(row).filter(({ id }) => id !== actor.unitId),
    };
  }
}

export function custodyCaseOf(row: CaseRow): CustodyCase {
  return {
    takingUnitId: row.taking_unit_id,
    state: row.state,
    unitIds: receiversOf(row).map(({ id }) => id),
  };
}

function receiversOf(row: CaseRow): { id: string; name: string }[] {
  const units = new Map(row.stages.map(({ unitId, unitName }) => [unitId, unitName]));
  units.set(row.taking_unit_id, row.taking_unit_name);
  return [...units].map(([id, name]) => ({ id, name }));
}

export function originalsOf(tx: Reader, caseId: string): Promise<OriginalRow[]> {
  return tx.query(
    `SELECT o.id, o.position, o.name, o.copies, o.state, o.unit_id AS "unitId", u.name AS "unitName",
       o.taken_at AS "takenAt"
     FROM custody_originals o JOIN units u ON u.id = o.unit_id
     WHERE o.case_id = $1 ORDER BY o.position, o.taken_at LIMIT $2`,
    [caseId, MOST_LINKS],
  );
}

export async function linesOf(tx: Reader, caseId: string): Promise<CustodyLine[]> {
  const rows: LineRow[] = await tx.query(
    'SELECT position, name, form, copies FROM case_materials WHERE case_id = $1 ORDER BY position',
    [caseId],
  );
  return rows.map(({ position, name, ...counts }) => ({
    ...{ position, name },
    originals: paperCountsOf(counts).originals,
  }));
}

function handoversOf(tx: Reader, caseId: string): Promise<HandoverRow[]> {
  return tx.query(
    `SELECT h.id, h.kind, f.name AS "fromUnitName", t.name AS "toUnitName", h.to_unit_id AS "toUnitId", h.purpose,
       h.handed_at AS "handedAt", a.display_name AS "handedByName", h.accepted_at AS "acceptedAt",
       h.declined_at AS "declinedAt", b.display_name AS "answeredByName", h.decline_reason AS "declineReason",
       (SELECT json_agg(json_build_object('id', o.id, 'name', o.name, 'copies', o.copies) ORDER BY o.position)
        FROM custody_handover_originals l JOIN custody_originals o ON o.id = l.original_id
        WHERE l.handover_id = h.id) AS originals
     FROM custody_handovers h LEFT JOIN units f ON f.id = h.from_unit_id LEFT JOIN units t ON t.id = h.to_unit_id
       LEFT JOIN accounts a ON a.id = h.handed_by_id LEFT JOIN accounts b ON b.id = h.answered_by_id
     WHERE h.case_id = $1 ORDER BY h.seq LIMIT $2`,
    [caseId, MOST_LINKS],
  );
}

function drawHandover({ toUnitId, ...handover }: HandoverRow, actor: Actor): CustodyHandoverDto {
  const waits = handover.acceptedAt === null && handover.declinedAt === null;
  const mine = waits && toUnitId === actor.unitId;
  return { ...handover, allowedActions: mine ? ['accept', 'decline'] : [] };
}
