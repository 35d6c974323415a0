import { localDateOf, spokenVisitCode, type PreregistrationState } from '@yikou/domain';
import type { SealedVisitor } from '../intake/index.js';
import type { PreregistrationDto } from './preregistration.dto.js';

export const VISITORS = 'visitors';
export const VISIT_CLOCK = 'visit-clock';

export interface PreregistrationRow {
  id: string;
  code: string;
  state: PreregistrationState;
  unit_id: string;
  item_code: string;
  item_name: string;
  applicant_name: string;
  sent_at: Date;
  last_day: string;
  file_count: number;
  case_id: string | null;
}

export type OpenedRow = PreregistrationRow & { visitor: SealedVisitor };

export const COLUMNS = `p.id, p.code, p.state, p.unit_id, p.item_code, p.item_name, p.applicant_name, p.sent_at,
  p.last_day::text AS last_day, p.case_id,
  (SELECT count(*)::int FROM preregistration_files f WHERE f.preregistration_id = p.id) AS file_count`;

/** The person as sealed, under the names of the code. */
export const VISITOR = `json_build_object('applicantKind', p.applicant_kind, 'applicantName', p.applicant_name,
  'name', p.name, 'identityNumber', p.identity_number, 'telephone', p.telephone, 'address', p.address) AS visitor`;

export function draw(row: PreregistrationRow, now: Date): PreregistrationDto {
  return {
    id: row.id,
    code: spokenVisitCode(row.code),
    state: row.state,
    itemCode: row.item_code,
    itemName: row.item_name,
    applicantName: row.applicant_name,
    sentAt: row.sent_at,
    lastDay: row.last_day,
    fileCount: row.file_count,
    caseId: row.case_id,
    mayRegister: row.state === 'SENT' && row.last_day >= localDateOf(now),
  };
}
