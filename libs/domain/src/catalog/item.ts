import type { AreaLevel } from '../organisation/index.js';

export const HANDLING_KINDS = ['INSTANT', 'PROMISED'] as const;
export type HandlingKind = (typeof HANDLING_KINDS)[number];

export const CLOSURES = ['LOCAL', 'UPPER'] as const;
export type Closure = (typeof CLOSURES)[number];

/** The three ways a case can go (R52). */
export const CASE_PATHS = ['LOCAL_INSTANT', 'LOCAL_PROMISED', 'UPPER'] as const;
export type CasePath = (typeof CASE_PATHS)[number];

export type StepRole =
  | 'COUNTER_CLERK'
  | 'BUSINESS_SECTION'
  | 'COMMUNITY_CLERK'
  | 'PARTNER_DEPARTMENT'
  | 'UPPER_DEPARTMENT';

/** Who works on a step: a section or department of a level; without `body`, the unit that took the case. */
export interface StepHandler {
  level: AreaLevel;
  body: string | null;
}

export interface Step {
  name: string;
  role: StepRole;
  /** Working or calendar days, as the item's day unit says; 0 means no limit of its own (T14). */
  days: number;
  /** Several when the step goes up through several levels within its days. */
  handlers: readonly StepHandler[];
  /** R74: adjacent steps with the same name run side by side. */
  parallelGroup?: string | null;
}

/** A lawful reason for the clock to stand still, or one that runs on (行政许可法 §45). */
export interface SpecialProcedure {
  kind: string;
  name: string;
  days: number;
  unit: DayUnit;
  countsInLimit: boolean;
}

export interface RequiredMaterial {
  name: string;
  form: 'ORIGINAL' | 'COPY' | 'ORIGINAL_AND_COPY' | 'ELECTRONIC';
  copies: number;
  required: boolean;
  note: string;
}

/** Which days a limit counts. */
export type DayUnit = 'WORKING_DAY' | 'CALENDAR_DAY';

/** What a version says about the way of a case; the rest of its content is for people. */
export interface ItemRules {
  level: Extract<AreaLevel, 'STREET' | 'COMMUNITY'>;
  handlingKind: HandlingKind;
  closure: Closure;
  promisedDays: number;
  dayUnit: DayUnit;
  statutoryDays: number | null;
  statutoryDayUnit: DayUnit;
  onTheSpotMinutes: number;
  steps: readonly Step[];
}

/** R52: handling kind × closure drives the engine. An UPPER item goes up whatever its kind. */
export function pathOf(item: Pick<ItemRules, 'handlingKind' | 'closure'>): CasePath {
  if (item.closure === 'UPPER') return 'UPPER';
  return item.handlingKind === 'INSTANT' ? 'LOCAL_INSTANT' : 'LOCAL_PROMISED';
}
