import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  caseNumberOf,
  clocksOfRegistration,
  isDecidedByAuthorisation,
  isOutsideHallHours,
  localDateOf,
  pathOf,
  standardOfVersion,
  streetCodeOf,
  type Actor,
  type CaseChannel,
  type CaseStage,
} from '@yikou/domain';
import { Clock, noteChange, type Tx } from '@yikou/platform';
import { WorkingCalendarStore, type DeadlineDto } from '../deadlines/index.js';
import type { OfferedItem } from '../offerings/index.js';
import { UnitQueries } from '../organisation/index.js';
import { Case, CaseUnit } from './case.entity.js';
import { CaseQueries } from './case.queries.js';
import { drawCase, type CaseRow } from './case.row.js';
import { resolveStages } from './resolve-stages.js';
import { appendEvent } from './append-event.js';
import { CaseClocks } from './case-clocks.js';
import type { CaseDto } from './workflow.dto.js';

/** The consultation out of which a case comes (R12, R72). */
export interface Asked {
  consultationId: string;
  type: string;
  askedAt: Date;
  firstContactId: string;
  unitId: string;
}

export interface NewCase {
  offered: OfferedItem;
  applicantId: string;
  /** Masked; lists show it. */
  applicantName: string;
  channel: CaseChannel;
  /** R74: with what it was taken in one go. */
  applicationId?: string | undefined;
  asked?: Asked | undefined;
  /** The closed case that this one puts right, and why. */
  correction?: { caseId: string; reason: string } | undefined;
}

/** Opens a case in the caller's transaction and gives it its number. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly units: UnitQueries,
    private readonly cases: CaseQueries,
    private readonly calendars: WorkingCalendarStore,
    private readonly clocks: CaseClocks,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `case.unit_missing` */
  async run(
    tx: Tx,
    { offered, asked, correction, ...request }: NewCase,
    actor: Actor,
  ): Promise<CaseDto> {
    const now = this.clock.now();
    const units = await this.units.withAllAbove(actor.unitId, tx);
    const takingUnit = units.find((unit) => unit.id === actor.unitId);
    if (!takingUnit) throw new Error(`unit ${actor.unitId} is gone`);
    const { version } = offered;
    const stages = resolveStages(offered, takingUnit, units);
    const id = randomUUID();
    // The serial's row stays locked until commit: no gap after a rollback, no number twice.
    const number = await nextNumber(tx, streetCodeOf(takingUnit.area_code), localDateOf(now));
    await tx.insert(Case, {
      ...fromVersion(offered, stages),
      id,
      number,
      state: 'REGISTERED',
      stages: stages as never,
      takingUnitId: actor.unitId,
      takenById: actor.accountId,
      holderUnitId: actor.unitId,
      areaPath: takingUnit.area_path,
      ...request,
      outOfHours: isOutsideHallHours(
        now,
        takingUnit.opening_hours,
        await this.calendars.calendar(),
      ),
      registeredAt: now,
      consultationId: asked?.consultationId ?? null,
      firstContactId: asked?.firstContactId ?? actor.accountId,
      correctsCaseId: correction?.caseId ?? null,
      correctionReason: correction?.reason ?? null,
    });
    await tx.insert(CaseUnit, { caseId: id, unitId: actor.unitId, registeredAt: now });
    if (asked) await noteConsultation(tx, id, asked);
    await appendEvent(tx, {
      caseId: id,
      verb: 'register',
      at: now,
      accountId: actor.accountId,
      unitId: actor.unitId,
      fromState: null,
      toState: 'REGISTERED',
      data: {
        itemVersion: version.number,
        channel: request.channel,
        ...(correction ? { reason: correction.reason } : {}),
      },
    });
    noteChange(tx, { kind: 'case', id, after: { number, itemCode: version.itemCode } });
    const row = await this.cases.row(id, actor, tx);
    return drawCase(row, await this.startNotice(tx, row, now), actor);
  }

  /** 行政许可法 §32: where silence accepts, its five days begin with the registration. */
  private async startNotice(tx: Tx, row: CaseRow, now: Date): Promise<DeadlineDto[]> {
    const changes = clocksOfRegistration(row.item, row.taking_unit_id);
    if (changes.start.length === 0) return [];
    return this.clocks.draw(await this.clocks.change(tx, row, changes, now));
  }
}

/** P8: the case keeps the version it came under, whatever is published later. */
function fromVersion({ version, rules }: OfferedItem, stages: readonly CaseStage[]) {
  const { promisedDays, dayUnit, statutoryDays, statutoryDayUnit, onTheSpotMinutes, level } =
    version;
  const { specialProcedures, deliveryMethods } = version.content;
  return {
    itemId: version.itemId,
    itemVersionId: version.id,
    itemCode: version.itemCode,
    itemName: version.name,
    itemVersionNumber: version.number,
    path: pathOf(version),
    item: {
      promisedDays,
      dayUnit,
      statutoryDays,
      statutoryDayUnit,
      onTheSpotMinutes,
      level,
      specialProcedures,
      deliveryMethods,
      byAuthorisation: isDecidedByAuthorisation(standardOfVersion(version), stages),
      ...rules,
    },
  };
}

/** First in its history, for it was before the case. */
async function noteConsultation(tx: Tx, caseId: string, asked: Asked): Promise<void> {
  const { consultationId, type, askedAt, firstContactId, unitId } = asked;
  await appendEvent(tx, {
    caseId,
    verb: 'CONSULT',
    at: askedAt,
    accountId: firstContactId,
    unitId,
    fromState: null,
    toState: 'REGISTERED',
    data: { consultationId, consultationType: type },
  });
}

async function nextNumber(tx: Tx, streetCode: string, day: string): Promise<string> {
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO case_number_serials AS s (street_code, day, last) VALUES ($1, $2, 1)
     ON CONFLICT (street_code, day) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [streetCode, day],
  );
  if (!row) throw new Error('no serial');
  return caseNumberOf(streetCode, day, row.last);
}
