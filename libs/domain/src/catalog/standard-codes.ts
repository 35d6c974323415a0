import type { HandlingKind, ItemRules } from './item.js';

/**
 * GB/T 39046-2020 A.1 事项类型. Each code with the names under which lists of the district know it;
 * the first is the standard's own.
 */
export const CATEGORY_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['01', ['行政许可']],
  ['02', ['行政处罚']],
  ['03', ['行政强制']],
  ['04', ['行政征收']],
  ['05', ['行政给付']],
  ['06', ['行政检查']],
  ['07', ['行政确认']],
  ['08', ['行政奖励']],
  ['09', ['行政裁决']],
  ['10', ['其他类别', '其他行政权力']],
  ['20', ['公共服务事项', '公共服务']],
]);

export const PERMIT = '01';
export const PUBLIC_SERVICE = '20';

/** The A.1 code of a category's name; null for a name of an extension (11…19, 21…99). */
export function categoryCodeOf(name: string): string | null {
  const found = [...CATEGORY_NAMES].find(([, names]) => names.includes(name));
  return found?.[0] ?? null;
}

/** GB/T 39046-2020 A.4 服务对象; an item may serve several. */
export const SERVICE_OBJECTS = {
  '1': '自然人',
  '2': '企业法人',
  '3': '事业法人',
  '4': '社会组织法人',
  '5': '行政机关',
  '6': '其他组织',
} as const;
export type ServiceObject = keyof typeof SERVICE_OBJECTS;
export const SERVICE_OBJECT_CODES = Object.keys(SERVICE_OBJECTS) as ServiceObject[];

const OBJECTS_OF_WORD = new Map<string, readonly ServiceObject[]>([
  ...SERVICE_OBJECT_CODES.map((code) => [SERVICE_OBJECTS[code], [code]] as const),
  ['法人', ['2', '3', '4']],
  // 民法典 §54: who trades as a 个体工商户 remains a natural person.
  ['个体工商户', ['1']],
]);

/**
 * The A.4 codes that the words of an item name, ascending; empty as soon as one word is unknown,
 * because half of the persons served would be worse than none.
 *
 * @param words such as 自然人、企业法人
 */
export function serviceObjectsIn(words: string): ServiceObject[] {
  const parts = words.split(/[、，,;；/\s]+/u).filter((part) => part !== '');
  const codes = parts.map((part) => OBJECTS_OF_WORD.get(part));
  if (codes.includes(undefined)) return [];
  return [...new Set(codes.flatMap((found) => found ?? []))].sort();
}

/** GB/T 39046-2020 A.6 办件类型. */
export const HANDLING_KIND_CODES: Readonly<Record<HandlingKind, string>> = {
  INSTANT: '1',
  PROMISED: '2',
};

/** GB/T 39046-2020 A.2 行使层级. */
export const LEVEL_CODES: Readonly<Record<ItemRules['level'], string>> = {
  STREET: '5',
  COMMUNITY: '6',
};

/** How a result reaches the applicant: at the counter, by post, at a machine, at home, online. */
export const DELIVERY_METHODS = {
  WINDOW: '窗口领取',
  POST: '邮寄送达',
  SELF_SERVICE: '自助领取',
  HOME_VISIT: '上门送达',
  ELECTRONIC: '电子送达',
} as const;
export type DeliveryMethod = keyof typeof DELIVERY_METHODS;
