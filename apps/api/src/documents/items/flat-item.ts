import type { ItemStandard } from '@yikou/domain';
import type { ItemRow } from './item-columns.js';
import type { ItemLists } from './list-sheets.js';

/** The fields of an item that stand in one row. */
export function rowOf(standard: ItemStandard): ItemRow {
  const { category, limits, fee } = standard;
  return {
    ...standard,
    'category.code': category.code,
    'category.name': category.name,
    'limits.statutory.amount': limits.statutory.amount,
    'limits.statutory.unit': limits.statutory.unit,
    'limits.statutoryNote': limits.statutoryNote,
    'limits.promised.amount': limits.promised.amount,
    'limits.promised.unit': limits.promised.unit,
    'limits.onTheSpotMinutes': limits.onTheSpotMinutes,
    'fee.charged': fee?.charged ?? null,
    'fee.amountFen': fee?.amountFen ?? null,
    'fee.amount': fee?.amount ?? null,
    'fee.basis': fee?.basis ?? null,
  };
}

/** The whole content, from its row and its lists. */
export function standardOf(row: ItemRow, lists: ItemLists): ItemStandard {
  return {
    ...plainFieldsOf(row),
    category: { code: row['category.code'], name: row['category.name'] },
    limits: {
      statutory: { amount: row['limits.statutory.amount'], unit: row['limits.statutory.unit'] },
      statutoryNote: row['limits.statutoryNote'],
      promised: { amount: row['limits.promised.amount'], unit: row['limits.promised.unit'] },
      onTheSpotMinutes: row['limits.onTheSpotMinutes'],
    },
    fee: feeOf(row),
    conditions: lists.conditions.map(({ text }) => text),
    steps: lists.steps,
    materials: lists.materials,
    specialProcedures: lists.specialProcedures,
    legalBases: lists.legalBases,
  };
}

type Plain = Extract<keyof ItemRow, keyof ItemStandard>;

/** The row's fields that stand in the content under the same name, one by one: nothing slips in. */
function plainFieldsOf(row: ItemRow): Pick<ItemStandard, Plain> {
  const entries = Object.entries(row).filter(([field]) => !field.includes('.'));
  return Object.fromEntries(entries) as unknown as Pick<ItemStandard, Plain>;
}

/** Words on a fee whose being charged is open are refused before (see `readItemRows`). */
function feeOf(row: ItemRow): ItemStandard['fee'] {
  const charged = row['fee.charged'];
  const told = {
    amountFen: row['fee.amountFen'],
    amount: row['fee.amount'],
    basis: row['fee.basis'],
  };
  return charged === null ? null : { charged, ...told };
}
