import { Injectable } from '@nestjs/common';
import {
  applicationStateOf,
  intakeError,
  maskAddress,
  maskIdentityNumber,
  maskName,
  maskTelephone,
  overallClockOf,
  type Actor,
  type CaseState,
} from '@yikou/domain';
import { Clock, Transactions, type Tx } from '@yikou/platform';
import { DeadlineQueries, type DeadlineDto } from '../deadlines/index.js';
import {
  caseScopeOf,
  drawSummary,
  FROM_CASES,
  SUMMARY_COLUMNS,
  type CaseSummaryRow,
} from '../workflow/index.js';
import type { ApplicationCaseDto, ApplicationDto, SharedMaterialDto } from './application.dto.js';
import { Applicant } from './intake.entity.js';
import { SealedApplicants } from './sealed-applicant.js';

interface ApplicationRow {
  id: string;
  number: string;
  title: string;
  applicantId: string;
  takingUnit: { id: string; name: string };
  unitTelephone: string | null;
  unitAddress: string | null;
  clerkName: string;
  registeredAt: Date;
  /** Of all its cases, also of those that the asker does not see. */
  cases: number;
}

type CaseOfRow = CaseSummaryRow & { accepted_at: Date | null; decided_at: Date | null };

/** The clocks that the applicant was promised; the others are the offices' own. */
const PROMISED = ['ON_THE_SPOT', 'PROMISE'];
const BEFORE_ACCEPTANCE: readonly CaseState[] = ['REGISTERED', 'SUPPLEMENT_REQUESTED'];

/** One application for several items, with its cases side by side (R74). */
@Injectable()
export class ApplicationQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly deadlines: DeadlineQueries,
    private readonly applicants: SealedApplicants,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `intake.application_unknown`, also where the asker sees none of its cases */
  one(id: string, actor: Actor): Promise<ApplicationDto> {
    return this.transactions.read((tx) => this.within(tx, id, actor));
  }

  async within(tx: Tx, id: string, actor: Actor): Promise<ApplicationDto> {
    const [row]: ApplicationRow[] = await tx.query(APPLICATION, [id]);
    const rows = row ? await casesOf(tx, id, actor) : [];
    const sealed = row && (await tx.findOneBy(Applicant, { id: row.applicantId }));
    if (!row || !sealed || rows.length === 0) throw intakeError('intake.application_unknown');
    const ids = rows.map((one) => one.id);
    const clocks = await this.deadlines.ofSubjects(ids, tx);
    const cases = rows.map((one) => drawCaseOf(one, clocks.get(one.id) ?? []));
    const { applicantId: _, cases: count, ...head } = row;
    const person = this.applicants.open(sealed);
    return {
      ...head,
      state: applicationStateOf(cases.map(({ state }) => state)),
      applicant: {
        kind: person.kind,
        name: maskName(person.name),
        identityNumber: maskIdentityNumber(person.identityNumber),
        telephone: maskTelephone(person.telephone),
        address: person.address ? maskAddress(person.address) : null,
      },
      clock: this.clockOf(cases),
      cases,
      hiddenCases: Math.max(0, count - cases.length),
      materials: await tx.query<SharedMaterialDto[]>(MATERIALS, [ids]),
    };
  }

  private clockOf(cases: readonly ApplicationCaseDto[]) {
    const spans = cases.flatMap(({ startedAt, dueAt, decidedAt }) =>
      startedAt && dueAt ? [{ startedAt, dueAt, endedAt: decidedAt }] : [],
    );
    const clock = overallClockOf(spans, this.clock.now());
    const complete = !cases.some(({ state }) => BEFORE_ACCEPTANCE.includes(state));
    return clock && { ...clock, complete };
  }
}

const APPLICATION = `
  SELECT p.id, p.number, p.title, p.applicant_id AS "applicantId", p.registered_at AS "registeredAt",
    json_build_object('id', u.id, 'name', u.name) AS "takingUnit", u.telephone AS "unitTelephone",
    u.address AS "unitAddress", a.display_name AS "clerkName", p.case_count AS cases
  FROM applications p JOIN units u ON u.id = p.taking_unit_id JOIN accounts a ON a.id = p.taken_by_id
  WHERE p.id = $1`;

/** By material, whichever of the cases asks for it. */
const MATERIALS = `
  SELECT min(m.name) AS name, array_agg(DISTINCT c.number ORDER BY c.number) AS "caseNumbers",
    bool_or(m.required) AS required, max(m.received_at) AS "receivedAt",
    (SELECT count(DISTINCT f.storage_key)::int FROM material_files f JOIN case_materials x
       ON x.case_id = f.case_id AND x.position = f.position
     WHERE f.case_id = ANY($1) AND material_key(x.name) = material_key(min(m.name))) AS files
  FROM case_materials m JOIN cases c ON c.id = m.case_id
  WHERE m.case_id = ANY($1)
  GROUP BY material_key(m.name) ORDER BY min(c.number), min(m.position)`;

function casesOf(tx: Tx, id: string, actor: Actor): Promise<CaseOfRow[]> {
  const params: unknown[] = [id];
  const scope = caseScopeOf(actor, (value) => `$${params.push(value)}`);
  return tx.query(
    `SELECT ${SUMMARY_COLUMNS}, c.accepted_at, c.decided_at ${FROM_CASES}
     WHERE c.application_id = $1 AND ${scope} ORDER BY c.number`,
    params,
  );
}

function drawCaseOf(row: CaseOfRow, deadlines: DeadlineDto[]): ApplicationCaseDto {
  const promised = deadlines.find(({ kind }) => PROMISED.includes(kind));
  return {
    ...drawSummary(row, deadlines),
    acceptedAt: row.accepted_at,
    decidedAt: row.decided_at,
    startedAt: promised?.startedAt ?? null,
    dueAt: promised?.dueAt ?? null,
  };
}
