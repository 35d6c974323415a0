import { Injectable } from '@nestjs/common';
import type { ApplicantInput } from '@yikou/domain';
import type { Tx } from '@yikou/platform';
import { Applicant, SealedApplicants } from '../intake/index.js';

export interface StoredMaterial {
  position: number;
  material: string;
  name: string;
  media_type: string;
  sha256: string;
  storage_key: string;
  uploaded_at: Date;
}

/** All that is known of a closed case, as its package tells it. */
export interface ArchiveContents {
  case: Record<string, unknown> & { applicant_id: string; number: string; item_name: string };
  applicant: ApplicantInput;
  materials: Record<string, unknown>[];
  files: StoredMaterial[];
  timeline: { seq: number; verb: string; at: Date; actor: string | null; unit: string | null }[];
  tasks: Record<string, unknown>[];
  suspensions: Record<string, unknown>[];
  notices: Record<string, unknown>[];
  deliveries: Record<string, unknown>[];
  /** Sealed; where the drawn signatures lie. */
  signatures: { id: string; key: string }[];
  deadlines: Record<string, unknown>[];
  audit: { entries: Record<string, unknown>[]; heads: Record<string, unknown>[] };
}

const OF_CASE: Record<
  | 'materials'
  | 'files'
  | 'timeline'
  | 'tasks'
  | 'suspensions'
  | 'notices'
  | 'deliveries'
  | 'signatures'
  | 'deadlines',
  string
> = {
  materials: 'SELECT * FROM case_materials WHERE case_id = $1 ORDER BY position',
  files: `SELECT f.position, m.name AS material, f.name, f.media_type, f.sha256, f.storage_key, f.uploaded_at
    FROM material_files f JOIN case_materials m ON m.case_id = f.case_id AND m.position = f.position
    WHERE f.case_id = $1 ORDER BY f.position, f.uploaded_at, f.id`,
  timeline: `SELECT e.seq, e.verb, e.at, a.display_name AS actor, u.name AS unit, e.from_state, e.to_state, e.data
    FROM case_events e LEFT JOIN accounts a ON a.id = e.account_id LEFT JOIN units u ON u.id = e.unit_id
    WHERE e.case_id = $1 ORDER BY e.seq`,
  tasks: `SELECT t.*, u.name AS unit, a.display_name AS assignee FROM tasks t JOIN units u ON u.id = t.unit_id
    LEFT JOIN accounts a ON a.id = t.assignee_id WHERE t.case_id = $1 ORDER BY t.opened_at, t.id`,
  suspensions: 'SELECT * FROM suspensions WHERE case_id = $1 ORDER BY started_at, id',
  notices: 'SELECT * FROM supplement_notices WHERE case_id = $1 ORDER BY requested_at',
  // What is sealed stays sealed in the table; the package tells of it masked.
  deliveries: `SELECT id, method, state, receiver_masked, agent_identity_masked, relation, carrier,
    tracking_number, signed_on_paper, signature_sha256, return_reason, begun_at, ended_at
    FROM deliveries WHERE case_id = $1 ORDER BY begun_at, id`,
  signatures: `SELECT id, signature_key AS key FROM deliveries
    WHERE case_id = $1 AND signature_key IS NOT NULL ORDER BY begun_at, id`,
  deadlines: `SELECT d.*, coalesce((SELECT json_agg(json_build_object('kind', e.kind, 'at', e.at, 'dueAt', e.due_at)
      ORDER BY e.id) FROM deadline_events e WHERE e.deadline_id = d.id), '[]') AS events
    FROM deadlines d WHERE d.subject_id = $1 ORDER BY d.started_at, d.id`,
};

/** Every entry about the case, and how far each of their chains has come: with both, each entry proves itself. */
const AUDIT = `SELECT chain, seq::int, at, action, account_id, actor, unit_id, area_path, address, trace_id,
    subject_kind, subject_id, reason, changes, content_hash, prev_hash, hash
  FROM audit_entries WHERE subject_kind = 'case' AND subject_id = $1 ORDER BY chain, seq`;
const HEADS = `SELECT chain, count::int, head_hash, updated_at FROM audit_chains
  WHERE chain = ANY($1) ORDER BY chain`;

/** Reads what goes into a package, in one state of the database. */
@Injectable()
export class ReadContents {
  constructor(private readonly applicants: SealedApplicants) {}

  async run(tx: Tx, caseId: string): Promise<ArchiveContents> {
    const [row]: ArchiveContents['case'][] = await tx.query('SELECT * FROM cases WHERE id = $1', [
      caseId,
    ]);
    if (!row) throw new Error(`case ${caseId} is gone`);
    const applicant = await tx.findOneByOrFail(Applicant, { id: row.applicant_id });
    const parts: Partial<Record<keyof typeof OF_CASE, unknown>> = {};
    for (const [name, sql] of Object.entries(OF_CASE)) {
      parts[name as keyof typeof OF_CASE] = await tx.query(sql, [caseId]);
    }
    const entries: { chain: string }[] = await tx.query(AUDIT, [caseId]);
    const chains = [...new Set(entries.map(({ chain }) => chain))];
    const heads: Record<string, unknown>[] = await tx.query(HEADS, [chains]);
    // Sealed by its place in the table: in a package nobody could open it.
    const { delivery_receiver: _sealed, ...told } = row;
    return {
      ...(parts as Omit<ArchiveContents, 'case' | 'applicant' | 'audit'>),
      case: told,
      applicant: this.applicants.open(applicant),
      audit: { entries, heads },
    };
  }
}
