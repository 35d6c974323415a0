import type { ItemRules, RequiredMaterial, SpecialProcedure, Step } from './item.js';
import type {
  Fee,
  ItemStandard,
  LegalBasis,
  StandardLimits,
  StandardMaterial,
  StandardStep,
} from './item-standard.js';
import { isSameValue } from './same-value.js';
import { categoryCodeOf, serviceObjectsIn } from './standard-codes.js';
import { onlyPassesOn } from './step-place.js';

/** What the flat shape has no field for; said only where it is not what the rest implies. */
type More = Pick<
  ItemStandard,
  | 'basicCode'
  | 'implementationCode'
  | 'class'
  | 'featuredTags'
  | 'themes'
  | 'serviceObjects'
  | 'resultDocuments'
  | 'visitsReason'
  | 'dedicatedNetwork'
>;

export type RecordStep = Pick<Step, 'name' | 'role' | 'days'> &
  Partial<Pick<StandardStep, 'handlers' | 'parallelGroup' | 'onSiteInspection' | 'substantive'>>;
export type RecordMaterial = RequiredMaterial &
  Partial<Omit<StandardMaterial, keyof RequiredMaterial>>;

/** An item in the flat shape that the data file and the stored versions share. */
export interface ItemRecord {
  code: string;
  name: string;
  nameEn: string;
  category: string;
  categoryCode?: string;
  theme: string;
  level: ItemRules['level'];
  handlingKind: ItemStandard['handlingKind'];
  closure: ItemStandard['closure'];
  ownerDepartment: string;
  leadDepartment: string;
  serviceObject: string;
  statutoryDays: number | null;
  statutoryNote: string;
  promisedDays: number | null;
  statutoryDayUnit: ItemRules['statutoryDayUnit'];
  dayUnit: ItemRules['dayUnit'];
  /** R53: absent from the data file; the district sets it. */
  onTheSpotMinutes?: number | null;
  specialProcedures: SpecialProcedure[];
  conditions: string[];
  steps: RecordStep[];
  materials: RecordMaterial[];
  fee: { charged: boolean; amountFen?: number; amount?: string; basis?: string } | null;
  legalBasis: LegalBasis[];
  resultDocument: string;
  deliveryMethods: string[];
  onSiteVisits: number | null;
  crossRegion: string;
  source: string;
  confidence: string;
  note: string;
  more?: Partial<More>;
}

/** The whole content that a record holds; what it leaves out is read from what it says. */
export function standardOfRecord(record: ItemRecord): ItemStandard {
  const {
    category,
    categoryCode,
    theme: _theme,
    resultDocument: _document,
    more,
    ...rest
  } = record;
  const { statutoryDays, statutoryDayUnit, statutoryNote, promisedDays, dayUnit, ...others } = rest;
  const { onTheSpotMinutes = null, legalBasis, ...kept } = others;
  return {
    ...kept,
    ...impliedBy(record),
    ...more,
    category: { code: categoryCode ?? categoryCodeOf(category) ?? '', name: category },
    steps: record.steps.map((step, i) => standardStep(step, record.steps, i)),
    materials: record.materials.map((material) => ({ ...PLAIN_MATERIAL, ...material })),
    limits: {
      statutory: { amount: statutoryDays, unit: statutoryDayUnit },
      statutoryNote,
      promised: { amount: promisedDays, unit: dayUnit },
      onTheSpotMinutes,
    },
    fee: record.fee && { amountFen: null, amount: null, basis: null, ...record.fee },
    legalBases: legalBasis,
  };
}

/** The inverse of {@link standardOfRecord}: nothing is lost, nothing said twice. */
export function recordOfStandard(standard: ItemStandard): ItemRecord {
  const plain: ItemRecord = {
    ...headOf(standard),
    ...limitsOf(standard.limits),
    specialProcedures: [...standard.specialProcedures],
    conditions: [...standard.conditions],
    steps: standard.steps.map((step, i) => recordStep(step, standard.steps, i)),
    materials: standard.materials.map((material) => unlike(material, PLAIN_MATERIAL)),
    fee: standard.fee && recordFee(standard.fee),
    legalBasis: [...standard.legalBases],
    resultDocument: standard.resultDocuments[0] ?? '',
    deliveryMethods: [...standard.deliveryMethods],
    ...pick(standard, ['onSiteVisits', 'crossRegion', 'source', 'confidence', 'note']),
  };
  const implied = impliedBy(plain);
  const more = unlike(pick(standard, Object.keys(implied) as (keyof More)[]), implied);
  return Object.keys(more).length === 0 ? plain : { ...plain, more };
}

function headOf(standard: ItemStandard) {
  return {
    ...pick(standard, ['code', 'name', 'nameEn']),
    category: standard.category.name,
    categoryCode: standard.category.code,
    theme: standard.themes[0] ?? '',
    ...pick(standard, ['level', 'handlingKind', 'closure', 'ownerDepartment', 'leadDepartment']),
    serviceObject: standard.serviceObject,
  };
}

function limitsOf({ statutory, statutoryNote, promised, onTheSpotMinutes }: StandardLimits) {
  return {
    statutoryDays: statutory.amount,
    statutoryNote,
    promisedDays: promised.amount,
    statutoryDayUnit: statutory.unit,
    dayUnit: promised.unit,
    ...(onTheSpotMinutes === null ? {} : { onTheSpotMinutes }),
  };
}

const PLAIN_MATERIAL = { source: '', sampleFile: null, blankForm: null, reusable: false };

function impliedBy(
  record: Pick<ItemRecord, 'theme' | 'legalBasis' | 'serviceObject' | 'resultDocument'>,
): More {
  return {
    basicCode: null,
    implementationCode: null,
    class: isFeaturedByItsWords(record) ? 'FEATURED' : 'GOVERNMENT',
    featuredTags: [],
    themes: record.theme === '' ? [] : [record.theme],
    serviceObjects: serviceObjectsIn(record.serviceObject),
    resultDocuments: record.resultDocument === '' ? [] : [record.resultDocument],
    visitsReason: '',
    dedicatedNetwork: null,
  };
}

const FEATURED_THEMES = ['便民缴费', '特色服务', '党建服务'];
const ENCOURAGED_BY_THE_PLAN = /二七政办〔2017〕11号/u;

/** R47: a service with one of these themes, or one that rests on the plan's encouragement alone. */
function isFeaturedByItsWords({
  theme,
  legalBasis,
}: Pick<ItemRecord, 'theme' | 'legalBasis'>): boolean {
  if (FEATURED_THEMES.includes(theme)) return true;
  return (
    legalBasis.length > 0 && legalBasis.every(({ title }) => ENCOURAGED_BY_THE_PLAN.test(title))
  );
}

function standardStep(step: RecordStep, all: readonly RecordStep[], index: number): StandardStep {
  return { handlers: [], ...plainStep(all, index), ...step };
}

function recordStep(step: StandardStep, all: readonly StandardStep[], index: number): RecordStep {
  return unlike(step, plainStep(all, index));
}

/** What a step is unless it says otherwise; accepting is exercise of authority (R31, R45). */
function plainStep(all: readonly RecordStep[], index: number) {
  return {
    parallelGroup: null,
    onSiteInspection: false,
    substantive: !onlyPassesOn(all, index),
  };
}

function recordFee({ charged, amountFen, amount, basis }: Fee): NonNullable<ItemRecord['fee']> {
  return {
    charged,
    ...(amountFen === null ? {} : { amountFen }),
    ...(amount === null ? {} : { amount }),
    ...(basis === null ? {} : { basis }),
  };
}

function pick<T, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

/** The fields of a value that are not as usual, and those of which nothing is usual. */
function unlike<T extends object, U extends Partial<T>>(value: T, usual: U) {
  const told = Object.entries(value).filter(
    ([key, told]) => !(key in usual) || !isSameValue(told, usual[key as keyof U]),
  );
  return Object.fromEntries(told) as Omit<T, keyof U> & Partial<Pick<T, keyof U & keyof T>>;
}
