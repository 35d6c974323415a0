import chineseDays from 'chinese-days';

/**
 * A second, slow and simple account of what becomes of a case and its clocks. It walks day by day over
 * the days of chinese-days and imports nothing of the product: where both agree, both are likely right.
 */
export interface ReferenceItem {
  promisedDays: number;
  dayUnit: DayUnit;
  statutoryDays: number | null;
  statutoryDayUnit: DayUnit;
  onTheSpotMinutes: number;
  level: 'STREET' | 'COMMUNITY';
}

type DayUnit = 'WORKING_DAY' | 'CALENDAR_DAY';

/** A station on the way of the case. */
export interface ReferenceStage {
  kind: 'INTAKE' | 'ON_THE_SPOT' | 'TRANSFER' | 'TASK' | 'UPLOAD' | 'DELIVERY';
  level: 'COMMUNITY' | 'STREET' | 'DISTRICT' | 'CITY';
  days: number;
  unitId: string;
  sharesClock: boolean;
}

/** What somebody did, and when. */
export interface Deed {
  verb: string;
  at: Date;
  /** Of a special procedure. */
  countsInLimit?: boolean;
  /** Of an extension. */
  days?: number;
}

interface Clock {
  kind: string;
  amount: number;
  unit: DayUnit | 'MINUTE';
  from: Date;
  pauses: { from: Date; until: Date | null }[];
  owner: string;
  missed: boolean;
  ended: 'MET' | 'CANCELLED' | null;
}

export interface ReferenceClock {
  kind: string;
  state: 'RUNNING' | 'PAUSED' | 'MET' | 'MISSED' | 'CANCELLED';
  dueAt: string;
  /** Whose delay it is or would be (D2, R60). */
  owner: string;
}

const DAY = 86_400_000;
const EIGHT_HOURS = 8 * 3_600_000;
const HEIGHT = ['COMMUNITY', 'STREET', 'DISTRICT', 'CITY'];
const dateOf = (instant: Date): string =>
  new Date(instant.getTime() + EIGHT_HOURS).toISOString().slice(0, 10);
const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
const endOf = (date: string): Date => new Date(Date.parse(`${date}T00:00:00Z`) + DAY - EIGHT_HOURS);

/** When a limit ends, one day after the other; an open pause is left out of account. */
function dueOf({ amount, unit, from, pauses }: Clock): Date {
  if (unit === 'MINUTE') return new Date(from.getTime() + amount * 60_000);
  const stands = (date: string): boolean =>
    pauses.some((p) => p.until && dateOf(p.from) <= date && date < dateOf(p.until));
  let date = dateOf(from);
  for (let left = amount; left > 0;) {
    date = nextDay(date);
    const counts = unit === 'CALENDAR_DAY' || chineseDays.isWorkday(date);
    if (counts && !stands(date)) left--;
  }
  while (!chineseDays.isWorkday(date) || stands(date)) date = nextDay(date);
  return endOf(date);
}

export class ReferenceCase {
  state = 'REGISTERED';
  private at = 0;
  private readonly clocks: Clock[] = [];

  constructor(
    private readonly item: ReferenceItem,
    private readonly stages: readonly ReferenceStage[],
  ) {}

  /** How the clocks stand when somebody looks at `now`. */
  seen(now: Date): ReferenceClock[] {
    this.markLate(now);
    return this.clocks.map((clock) => ({
      kind: clock.kind,
      state: clock.missed
        ? 'MISSED'
        : (clock.ended ?? (this.isPaused(clock) ? 'PAUSED' : 'RUNNING')),
      dueAt: dueOf(clock).toISOString(),
      owner: clock.owner,
    }));
  }

  apply(deed: Deed): void {
    this.markLate(deed.at);
    switch (deed.verb) {
      case 'accept':
        return this.accept(deed.at);
      case 'transfer':
      case 'upload':
        return this.moveOn(deed.at, 'TRANSFERRED');
      case 'complete':
        return this.moveOn(deed.at, 'IN_PROGRESS');
      case 'claim':
        this.state = 'IN_PROGRESS';
        return;
      case 'suspend':
        return this.suspend(deed);
      case 'resume':
        return this.resume(deed.at);
      case 'extend':
        return this.extend(deed.days ?? 0);
      case 'decide':
        return this.decide(deed.at);
      case 'issue':
        return;
      case 'deliver':
        return this.end('DELIVERED', 'MET');
      case 'withdraw':
        return this.end('WITHDRAWN', 'CANCELLED');
      case 'terminate':
        return this.end('TERMINATED', 'CANCELLED');
      default:
        throw new Error(`no account of ${deed.verb}`);
    }
  }

  /** Late is late from the due instant on, whoever looks and whatever comes after (P2). */
  private markLate(now: Date): void {
    for (const clock of this.open()) {
      if (!this.isPaused(clock) && now >= dueOf(clock)) clock.missed = true;
    }
  }

  private accept(at: Date): void {
    this.state = 'ACCEPTED';
    this.at = 1;
    const owner = this.stage().unitId;
    const { promisedDays, dayUnit, statutoryDays, statutoryDayUnit } = this.item;
    if (promisedDays > 0) this.start('PROMISE', promisedDays, dayUnit, at, owner);
    if (statutoryDays) this.start('STATUTORY', statutoryDays, statutoryDayUnit, at, owner);
    this.startStage(at);
  }

  private moveOn(at: Date, state: string): void {
    this.state = state;
    const left = this.stage();
    this.at++;
    const next = this.stage();
    const sameStep = next.sharesClock && left.kind !== 'UPLOAD';
    for (const clock of this.open()) {
      const ofStage = ['TRANSFER', 'UPLOAD', 'TASK', 'UPPER_STAGE'].includes(clock.kind);
      // What was uploaded inside a step goes on in that step's own days.
      const goesOn = left.kind === 'UPLOAD' && clock.kind !== 'UPLOAD';
      if (ofStage && !sameStep && !goesOn) clock.ended = 'MET';
      else if (!clock.missed) clock.owner = next.unitId;
    }
    this.startStage(at);
  }

  private decide(at: Date): void {
    this.end('DECIDED', 'MET');
    this.at = this.stages.length - 1;
    this.start('DELIVERY', 10, 'WORKING_DAY', at, this.stage().unitId);
  }

  private suspend({ at, countsInLimit }: Deed): void {
    this.state = 'SUSPENDED';
    if (countsInLimit) return;
    for (const clock of this.open()) {
      if (!clock.missed && clock.unit !== 'MINUTE') clock.pauses.push({ from: at, until: null });
    }
  }

  private resume(at: Date): void {
    this.state = 'IN_PROGRESS';
    for (const { pauses } of this.clocks) {
      for (const pause of pauses) pause.until ??= at;
    }
  }

  private extend(days: number): void {
    for (const clock of this.open()) {
      if (clock.kind === 'PROMISE' || clock.kind === 'STATUTORY') clock.amount += days;
    }
  }

  private end(state: string, as: 'MET' | 'CANCELLED'): void {
    this.state = state;
    for (const clock of this.open()) clock.ended = as;
  }

  private startStage(at: Date): void {
    const { kind, days, level, sharesClock, unitId } = this.stage();
    if (sharesClock) return;
    if (kind === 'TRANSFER') this.start('TRANSFER', 1, 'WORKING_DAY', at, unitId);
    if (kind === 'UPLOAD') this.start('UPLOAD', 0, 'WORKING_DAY', at, unitId);
    if (kind === 'ON_THE_SPOT') {
      this.start('ON_THE_SPOT', this.item.onTheSpotMinutes, 'MINUTE', at, unitId);
    }
    if (kind === 'TASK' && days > 0) {
      const above = HEIGHT.indexOf(level) > HEIGHT.indexOf(this.item.level);
      this.start(above ? 'UPPER_STAGE' : 'TASK', days, this.item.dayUnit, at, unitId);
    }
  }

  private start(
    kind: string,
    amount: number,
    unit: Clock['unit'],
    from: Date,
    owner: string,
  ): void {
    this.clocks.push({ kind, amount, unit, from, pauses: [], owner, missed: false, ended: null });
  }

  private stage(): ReferenceStage {
    const stage = this.stages[this.at];
    if (!stage) throw new Error(`no stage ${this.at}`);
    return stage;
  }

  private open(): Clock[] {
    return this.clocks.filter(({ ended }) => ended === null);
  }

  private isPaused({ pauses, missed }: Clock): boolean {
    return !missed && pauses.some(({ until }) => until === null);
  }
}
