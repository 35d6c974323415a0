import { Injectable } from '@nestjs/common';
import {
  intakeError,
  standardOfVersion,
  type ItemStandard,
  type OfferedPaper,
  type PaperFacts,
  type RequiredMaterial,
} from '@yikou/domain';
import type { Reader, Tx } from '@yikou/platform';
import { STORED_VERSION } from '../catalog/index.js';
import { Applicant, MaterialQueries, SealedApplicants } from '../intake/index.js';
import type { CaseRow } from '../workflow/index.js';
import type { PaperCase } from './paper-case.js';

/** What the state of a case calls for, and what was issued and still holds. */
export interface PaperState {
  facts: PaperFacts;
  standard: ItemStandard;
  issued: OfferedPaper[];
}

interface StateRow {
  version: SheetRow['version'];
  extended: boolean;
  refused: boolean;
  notice: string | null;
  handovers: string[];
  issued: OfferedPaper[];
}

interface SheetRow {
  version: Parameters<typeof standardOfVersion>[0];
  district: string;
  address: string | null;
  telephone: string | null;
  opens_at: string;
  closes_at: string;
  clerk_name: string;
  promise: { dueAt: string; provisional: boolean } | null;
  refused_at: Date | null;
  extension: { at: string; data: Record<string, unknown> } | null;
  notice: {
    requestedAt: string;
    missing: { name: string; howToGet: string }[];
    dueAt: string | null;
  } | null;
  handover: {
    from: string | null;
    to: string | null;
    at: string;
    purpose: string;
    originals: { name: string; copies: number }[];
  } | null;
}

/** An extension is an event of the case; a second notice for new facts is another paper. */
const STATE = `
  SELECT ${STORED_VERSION} AS version,
    EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = $1 AND e.verb = 'extend') AS extended,
    EXISTS (SELECT 1 FROM case_events e WHERE e.case_id = $1 AND e.verb = 'refuse') AS refused,
    (SELECT to_char(max(n.requested_at) AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS')
     FROM supplement_notices n WHERE n.case_id = $1) AS notice,
    ARRAY(SELECT h.id::text FROM custody_handovers h
      WHERE h.case_id = c.id AND h.declined_at IS NULL AND h.kind <> 'ARCHIVED'
      ORDER BY h.seq LIMIT 100) AS handovers,
    coalesce((SELECT json_agg(json_build_object('kind', p.kind, 'subject', p.subject))
      FROM papers p WHERE p.case_id = $1 AND p.withdrawn_at IS NULL), '[]') AS issued
  FROM cases c JOIN item_versions v ON v.id = c.item_version_id WHERE c.id = $1`;

const DISTRICT = `(SELECT string_agg(a.name, '' ORDER BY length(a.path)) FROM areas a
  WHERE a.level IN ('CITY','DISTRICT') AND a.code = ANY(string_to_array(c.area_path, '/')))`;

const SHEET = `
  SELECT ${STORED_VERSION} AS version, ${DISTRICT} AS district, u.address, u.telephone, u.opens_at, u.closes_at,
    (SELECT k.display_name FROM accounts k WHERE k.id = c.taken_by_id) AS clerk_name,
    (SELECT json_build_object('dueAt', d.due_at, 'provisional', d.provisional) FROM deadlines d
     WHERE d.subject_id = c.id AND d.kind = 'PROMISE' LIMIT 1) AS promise,
    (SELECT max(e.at) FROM case_events e WHERE e.case_id = c.id AND e.verb = 'refuse') AS refused_at,
    (SELECT json_build_object('at', e.at, 'data', e.data) FROM case_events e
     WHERE e.case_id = c.id AND e.verb = 'extend' ORDER BY e.seq DESC LIMIT 1) AS extension,
    (SELECT json_build_object('requestedAt', n.requested_at, 'missing', n.missing, 'dueAt',
       (SELECT max(d.due_at) FROM deadlines d WHERE d.subject_id = c.id AND d.kind = 'SUPPLEMENT'))
     FROM supplement_notices n WHERE n.case_id = c.id ORDER BY n.requested_at DESC LIMIT 1) AS notice,
    (SELECT json_build_object('from', f.name, 'to', t.name, 'at', h.handed_at, 'purpose', h.purpose, 'originals',
       (SELECT json_agg(json_build_object('name', o.name, 'copies', o.copies) ORDER BY o.position)
        FROM custody_handover_originals l JOIN custody_originals o ON o.id = l.original_id
        WHERE l.handover_id = h.id))
     FROM custody_handovers h LEFT JOIN units f ON f.id = h.from_unit_id LEFT JOIN units t ON t.id = h.to_unit_id
     WHERE h.case_id = c.id AND h.id::text = $2) AS handover
  FROM cases c JOIN units u ON u.id = c.taking_unit_id JOIN item_versions v ON v.id = c.item_version_id
  WHERE c.id = $1`;

/** Reads what papers are about; the caller has made sure that the asker may see the case. */
@Injectable()
export class PaperCases {
  constructor(
    private readonly applicants: SealedApplicants,
    private readonly materials: MaterialQueries,
  ) {}

  async state(tx: Reader, row: CaseRow): Promise<PaperState> {
    const [found]: StateRow[] = await tx.query(STATE, [row.id]);
    if (!found) throw new Error('no state');
    return {
      issued: found.issued,
      standard: standardOfVersion(found.version),
      facts: {
        takingUnitId: row.taking_unit_id,
        isAccepted: row.accepted_at !== null,
        isRefused: found.refused,
        isExtended: found.extended,
        isDecided: row.decided_at !== null,
        isIssued: row.issued_at !== null,
        notice: found.notice,
        handovers: found.handovers,
      },
    };
  }

  /** @param handover what a custody receipt is about; empty for every other paper */
  async sheet(tx: Tx, row: CaseRow, handover: string): Promise<PaperCase> {
    const [found]: SheetRow[] = await tx.query(SHEET, [row.id, handover]);
    const sealed = await tx.findOneBy(Applicant, { id: row.applicant_id });
    if (!found || !sealed) throw intakeError('intake.progress_not_found');
    const { items } = await this.materials.ofCase(row.id, tx);
    return {
      row,
      // The checklist was written from a version, which knows these forms alone.
      materials: items.map((item) => ({ ...item, form: item.form as RequiredMaterial['form'] })),
      standard: standardOfVersion(found.version),
      applicant: this.applicants.open(sealed),
      letterhead: letterheadOf(found, row),
      clerkName: found.clerk_name,
      promise: found.promise && { ...found.promise, dueAt: new Date(found.promise.dueAt) },
      refusedAt: found.refused_at,
      extension: found.extension && extensionOf(found.extension),
      notice: found.notice && {
        missing: found.notice.missing,
        requestedAt: new Date(found.notice.requestedAt),
        dueAt: found.notice.dueAt === null ? null : new Date(found.notice.dueAt),
      },
      handover: found.handover && handoverOf(found.handover),
    };
  }
}

function letterheadOf(found: SheetRow, row: CaseRow): PaperCase['letterhead'] {
  const { district, address, telephone, opens_at, closes_at } = found;
  return {
    unitName: `${district}${row.taking_unit_name}`,
    address,
    telephone,
    hours: `工作日 ${opens_at}–${closes_at}`,
  };
}

function extensionOf({ at, data }: NonNullable<SheetRow['extension']>) {
  const { reason, days } = data;
  return {
    at: new Date(at),
    reason: typeof reason === 'string' ? reason : null,
    days: typeof days === 'number' ? days : null,
  };
}

/** No unit on one side is the applicant. */
function handoverOf({ from, to, at, ...rest }: NonNullable<SheetRow['handover']>) {
  return { ...rest, from: from ?? '申请人', to: to ?? '申请人', at: new Date(at) };
}
