import type { ItemStandard } from './item-standard.js';

interface Field {
  label: string;
  /** R34: must be the same in every street to the letter. */
  core: boolean;
}

/** One value of the content, at a dotted path. */
export interface PlainField extends Field {
  path: string;
  valueIn: (standard: ItemStandard) => unknown;
}

/** A list of the content; an element goes by its name, and has fields of its own unless it is text. */
export interface ListField extends Field {
  path: string;
  listIn: (standard: ItemStandard) => readonly unknown[];
  nameOf: (element: never) => string;
  /** Empty for a list of texts. */
  fields: readonly { key: string; label: string }[];
}

const CORE = true;

function plain(
  path: string,
  label: string,
  valueIn: PlainField['valueIn'],
  core = false,
): PlainField {
  return { path, label, valueIn, core };
}

export const PLAIN_FIELDS: readonly PlainField[] = [
  plain('code', '事项编码', (s) => s.code),
  plain('basicCode', '基本编码', (s) => s.basicCode),
  plain('implementationCode', '实施编码', (s) => s.implementationCode),
  plain('name', '事项名称', (s) => s.name, CORE),
  plain('nameEn', '英文名称', (s) => s.nameEn),
  plain('level', '行使层级', (s) => s.level),
  plain('class', '事项类属', (s) => s.class),
  plain('category.code', '事项类型代码', (s) => s.category.code),
  plain('category.name', '事项类别', (s) => s.category.name),
  plain('serviceObject', '服务对象', (s) => s.serviceObject),
  plain('handlingKind', '办件类型', (s) => s.handlingKind),
  plain('closure', '办结权限', (s) => s.closure),
  plain('ownerDepartment', '承办机构', (s) => s.ownerDepartment),
  plain('leadDepartment', '主管部门', (s) => s.leadDepartment),
  plain('limits.statutory.amount', '法定时限', (s) => s.limits.statutory.amount),
  plain('limits.statutory.unit', '法定时限单位', (s) => s.limits.statutory.unit),
  plain('limits.statutoryNote', '法定时限说明', (s) => s.limits.statutoryNote),
  plain('limits.promised.amount', '承诺时限', (s) => s.limits.promised.amount, CORE),
  plain('limits.promised.unit', '承诺时限单位', (s) => s.limits.promised.unit, CORE),
  // What an INSTANT item promises are its minutes (R53).
  plain('limits.onTheSpotMinutes', '现场办结分钟数', (s) => s.limits.onTheSpotMinutes, CORE),
  plain('fee.charged', '是否收费', (s) => s.fee?.charged ?? null),
  plain('fee.amountFen', '收费金额（分）', (s) => s.fee?.amountFen ?? null),
  plain('fee.amount', '收费标准', (s) => s.fee?.amount ?? null),
  plain('fee.basis', '收费依据', (s) => s.fee?.basis ?? null),
  plain('onSiteVisits', '到办事现场次数', (s) => s.onSiteVisits),
  plain('visitsReason', '必须现场办理的原因', (s) => s.visitsReason),
  plain('crossRegion', '通办范围', (s) => s.crossRegion),
  plain('dedicatedNetwork', '业务专网', (s) => s.dedicatedNetwork),
  plain('source', '资料来源', (s) => s.source),
  plain('confidence', '核实程度', (s) => s.confidence),
  plain('note', '备注', (s) => s.note),
];

type ListName = {
  [K in keyof ItemStandard]: ItemStandard[K] extends readonly unknown[] ? K : never;
}[keyof ItemStandard];
type ElementOf<K extends ListName> = ItemStandard[K][number];

function texts(path: ListName, label: string, core = false): ListField {
  return {
    path,
    label,
    core,
    listIn: (standard) => standard[path],
    nameOf: (text: string) => text,
    fields: [],
  };
}

function objects<K extends ListName>(
  path: K,
  label: string,
  nameOf: (element: ElementOf<K>) => string,
  labels: Record<keyof ElementOf<K> & string, string>,
  core = false,
): ListField {
  const fields = Object.entries<string>(labels).map(([key, its]) => ({ key, label: its }));
  return { path, label, core, listIn: (standard) => standard[path], nameOf, fields };
}

export const LIST_FIELDS: readonly ListField[] = [
  texts('featuredTags', '特色服务标签'),
  texts('themes', '服务主题'),
  texts('serviceObjects', '服务对象代码'),
  texts('conditions', '受理条件', CORE),
  objects(
    'steps',
    '办理环节',
    ({ name }) => name,
    {
      name: '名称',
      role: '办理岗位',
      days: '时限（天）',
      handlers: '办理科室或部门',
      parallelGroup: '并联组',
      onSiteInspection: '现场勘查',
      substantive: '实质性办理',
    },
    CORE,
  ),
  objects('materials', '申请材料', ({ name }) => name, {
    name: '名称',
    form: '材料形式',
    copies: '份数',
    required: '是否必备',
    source: '来源渠道',
    note: '办理说明',
    sampleFile: '示例样表',
    blankForm: '空白表格',
    reusable: '可重复使用',
  }),
  objects('specialProcedures', '特别程序', ({ name }) => name, {
    kind: '种类',
    name: '名称',
    days: '时限',
    unit: '时限单位',
    countsInLimit: '是否计入时限',
  }),
  objects('legalBases', '设定依据', ({ title }) => title, { title: '文件', article: '条款' }),
  texts('resultDocuments', '办理结果'),
  texts('deliveryMethods', '送达方式'),
];

/** Every path that a comparison looks at; a list stands for the presence and order of its elements. */
export const COMPARED_PATHS: readonly string[] = [
  ...PLAIN_FIELDS.map(({ path }) => path),
  ...LIST_FIELDS.flatMap(({ path, fields }) => [
    path,
    ...fields.map(({ key }) => `${path}.${key}`),
  ]),
];

/**
 * The national sameness of the four levels (四级四同): 名称, 编码, 依据, 类型. Another rule than the
 * plan's own between streets (R34), so it has its own set of paths.
 */
export const FOUR_SAME_PATHS: readonly string[] = COMPARED_PATHS.filter((path) =>
  /^(name|basicCode|category\.(code|name)|legalBases(\..+)?)$/.test(path),
);

const PARTS: ReadonlyMap<string, string> = new Map([
  ['category', '事项类别'],
  ['limits', '办理时限'],
  ['fee', '收费情况'],
]);

/** The Chinese name of the part of the content that a key of it holds; null where none is. */
export function labelOfPart(key: string): string | null {
  const covers = ({ path }: Field & { path: string }) => path === key || path.startsWith(`${key}.`);
  return PARTS.get(key) ?? [...PLAIN_FIELDS, ...LIST_FIELDS].find(covers)?.label ?? null;
}
