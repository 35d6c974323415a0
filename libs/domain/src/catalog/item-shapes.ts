import { catalogError } from './errors.js';
import type { ItemRules, Step } from './item.js';
import {
  recordOfStandard,
  standardOfRecord,
  type ItemRecord,
  type RecordStep,
} from './item-record.js';
import type { ItemStandard } from './item-standard.js';

type FileStep = Omit<RecordStep, 'role'> & { ownerRole: RecordStep['role'] };

/** An item as the data file writes it: a step has an `ownerRole`, and no handlers yet. */
export type FileItem = Omit<ItemRecord, 'steps'> & { steps: FileStep[] };

export function standardOfFileItem(item: FileItem): ItemStandard {
  const steps = item.steps.map(({ ownerRole, ...step }) => ({ ...step, role: ownerRole }));
  return standardOfRecord({ ...item, steps });
}

/** The inverse of {@link standardOfFileItem}. */
export function fileItemOf(standard: ItemStandard): FileItem {
  const record = recordOfStandard(standard);
  const steps = record.steps.map(({ name, role, days, handlers, ...told }) => ({
    name,
    ownerRole: role,
    days,
    ...(handlers?.length ? { handlers } : {}),
    ...told,
  }));
  return { ...record, steps };
}

/** The columns of a stored version that queries look into; the rest lies in its `content`. */
const COLUMNS = [
  'name',
  'nameEn',
  'category',
  'theme',
  'level',
  'handlingKind',
  'closure',
  'promisedDays',
  'dayUnit',
  'statutoryDays',
  'statutoryDayUnit',
  'onTheSpotMinutes',
] as const satisfies readonly (keyof ItemRecord)[];

type Column = (typeof COLUMNS)[number];
/** What a draft may leave open and a published version may not (R33). */
type Decided = 'handlingKind' | 'closure' | 'promisedDays' | 'onTheSpotMinutes';

/** A published version as the api stores it; drafts are stored as the standard that they are. */
export type StoredVersion = Pick<ItemRecord, Exclude<Column, Decided>> &
  Pick<ItemRules, Decided> & {
    itemCode: string;
    content: Omit<ItemRecord, Column | 'code' | 'steps' | 'fee' | 'onSiteVisits'> & {
      steps: (RecordStep & Step)[];
      fee: NonNullable<ItemRecord['fee']>;
      onSiteVisits: number;
    };
  };

/** @param version its further columns, such as ids, are left out */
export function standardOfVersion(version: StoredVersion): ItemStandard {
  const { itemCode, content } = version;
  const entries = COLUMNS.map((key) => [key, version[key]]);
  const columns = Object.fromEntries(entries) as Pick<StoredVersion, Column>;
  const standard = standardOfRecord({ code: itemCode, ...columns, ...content });
  // The column says 0 where a PROMISED item has no minutes.
  const onTheSpotMinutes = columns.onTheSpotMinutes || null;
  return { ...standard, limits: { ...standard.limits, onTheSpotMinutes } };
}

/**
 * The inverse of {@link standardOfVersion} for what can be published.
 *
 * @throws DomainError `catalog.version_incomplete` while kind, closure, days, fee or visits are open
 */
export function storedVersionOf(standard: ItemStandard): StoredVersion {
  const { handlingKind, closure, promisedDays, onTheSpotMinutes } = rulesOfStandard(standard);
  const { code, ...record } = recordOfStandard(standard);
  if (record.fee === null || record.onSiteVisits === null) {
    throw catalogError('catalog.version_incomplete', code);
  }
  const isColumn = (key: string) => COLUMNS.some((column) => column === key);
  const entries = Object.entries(record);
  const columns = Object.fromEntries(entries.filter(([key]) => isColumn(key)));
  const content = Object.fromEntries(entries.filter(([key]) => !isColumn(key)));
  return {
    ...(columns as Pick<StoredVersion, Column>),
    ...{ itemCode: code, handlingKind, closure, promisedDays, onTheSpotMinutes },
    content: content as unknown as StoredVersion['content'],
  };
}

/**
 * What the engine goes by (R52), out of a version that says all of it.
 *
 * @throws DomainError `catalog.version_incomplete` while the handling kind, the closure or the days
 *   of a PROMISED item are not decided
 */
export function rulesOfStandard(standard: ItemStandard): ItemRules {
  const { level, handlingKind, closure, steps, limits } = standard;
  const promisedDays = limits.promised.amount ?? (handlingKind === 'INSTANT' ? 0 : null);
  if (handlingKind === null || closure === null || promisedDays === null) {
    throw catalogError('catalog.version_incomplete', standard.code);
  }
  return {
    level,
    handlingKind,
    closure,
    promisedDays,
    dayUnit: limits.promised.unit,
    statutoryDays: limits.statutory.amount,
    statutoryDayUnit: limits.statutory.unit,
    onTheSpotMinutes: limits.onTheSpotMinutes ?? 0,
    steps,
  };
}
