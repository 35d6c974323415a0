import { Injectable } from '@nestjs/common';
import {
  clockOfStage,
  dueOf,
  localDateOf,
  onTheSpotDue,
  pathOf,
  warnShareOf,
  wholeCaseLimits,
  type Actor,
  type CaseStage,
  type OpeningHours,
  type WorkingCalendar,
} from '@yikou/domain';
import { Clock, Transactions } from '@yikou/platform';
import type { ItemVersion } from '../catalog/index.js';
import { WorkingCalendarStore } from '../deadlines/index.js';
import { OfferedItems } from '../offerings/index.js';
import { UnitQueries } from '../organisation/index.js';
import { resolveStages } from './resolve-stages.js';
import type { PreviewDto, PreviewLimitDto, PreviewStageDto } from './preview.dto.js';

/** What would follow if the case were accepted now; the counter shows it before acceptance. */
@Injectable()
export class PreviewCase {
  constructor(
    private readonly offeredItems: OfferedItems,
    private readonly units: UnitQueries,
    private readonly calendars: WorkingCalendarStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.item_unknown`, `catalog.not_offered`, `case.unit_missing` */
  async run(code: string, actor: Actor): Promise<PreviewDto> {
    const [offered, units] = await this.transactions.read(async (tx) => [
      await this.offeredItems.find(tx, actor.unitId, code),
      await this.units.withAllAbove(actor.unitId, tx),
    ]);
    const takingUnit = units.find((unit) => unit.id === actor.unitId);
    if (!takingUnit) throw new Error(`unit ${actor.unitId} is gone`);
    const { version, way } = offered;
    const stages = resolveStages(offered, takingUnit, units);
    const calendar = await this.calendars.calendar();
    const now = this.clock.now();
    return {
      path: pathOf(version),
      stages: stagesFrom(stages, version, now, calendar, takingUnit.opening_hours),
      limits: limitsFrom(version, now, calendar),
      handledBy: way.handledBy,
      because: way.because,
      openPoints: way.openPoints,
    };
  }
}

/** Each stage as if the ones before took all of their time. */
function stagesFrom(
  stages: readonly CaseStage[],
  version: ItemVersion,
  now: Date,
  calendar: WorkingCalendar,
  hours: OpeningHours,
): PreviewStageDto[] {
  const item = { ...version, specialProcedures: [], deliveryMethods: [] };
  let startedAt = now;
  return stages.map((stage) => {
    const clock = stage.sharesClock ? null : clockOfStage({ item }, stage);
    const dueAt = clock && dueFrom(clock, startedAt, calendar, hours);
    // The limit of the next stage counts from the day on which this one ends.
    if (dueAt) startedAt = new Date(dueAt.getTime() - 1);
    const { name, kind, level, unitName, days } = stage;
    return { name, kind, level, unitName, days, dueAt };
  });
}

function dueFrom(
  { kind, limit }: NonNullable<ReturnType<typeof clockOfStage>>,
  startedAt: Date,
  calendar: WorkingCalendar,
  hours: OpeningHours,
): Date {
  const warnShare = warnShareOf(kind);
  if (kind === 'ON_THE_SPOT') {
    const isOpenDay = calendar.isWorkingDay(localDateOf(startedAt));
    return onTheSpotDue(startedAt, limit.amount, hours, isOpenDay, warnShare).dueAt;
  }
  return dueOf(limit, startedAt, calendar, { warnShare }).dueAt;
}

function limitsFrom(version: ItemVersion, now: Date, calendar: WorkingCalendar): PreviewLimitDto[] {
  return wholeCaseLimits(version).map(({ kind, limit }) => {
    const { dueAt, provisional } = dueOf(limit, now, calendar, { warnShare: 1 });
    return { kind, amount: limit.amount, unit: limit.unit, dueAt, provisional };
  });
}
