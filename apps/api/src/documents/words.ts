import type { AreaLevel, Closure, HandlingKind, ItemStandard } from '@yikou/domain';
import { DELIVERY_METHODS } from '@yikou/domain';

type Part<K extends keyof ItemStandard> = ItemStandard[K] extends readonly (infer E)[] ? E : never;

/** The official word for each code, as printed, and as filled in in a workbook. */
export const LEVEL_WORDS: Record<ItemStandard['level'], string> = {
  STREET: '镇（街道）级',
  COMMUNITY: '社区（村）级',
};
export const AREA_WORDS: Record<AreaLevel, string> = {
  CITY: '市级',
  DISTRICT: '区级',
  ...LEVEL_WORDS,
};
export const CLASS_WORDS: Record<ItemStandard['class'], string> = {
  GOVERNMENT: '政务服务事项',
  FEATURED: '便民服务事项',
};
export const TAG_WORDS: Record<Part<'featuredTags'>, string> = {
  PUBLIC_GOOD: '公益类',
  SMART: '智能化',
  LOW_PROFIT: '微利',
};
export const KIND_WORDS: Record<HandlingKind, string> = { INSTANT: '即办件', PROMISED: '承诺件' };
export const CLOSURE_WORDS: Record<Closure, string> = { LOCAL: '本级办结', UPPER: '上级办结' };
export const UNIT_WORDS: Record<ItemStandard['limits']['promised']['unit'], string> = {
  WORKING_DAY: '工作日',
  CALENDAR_DAY: '自然日',
};
export const ROLE_WORDS: Record<Part<'steps'>['role'], string> = {
  COUNTER_CLERK: '综合窗口',
  BUSINESS_SECTION: '业务科室',
  COMMUNITY_CLERK: '社区便民服务站',
  PARTNER_DEPARTMENT: '协办部门',
  UPPER_DEPARTMENT: '上级部门',
};
export const FORM_WORDS: Record<Part<'materials'>['form'], string> = {
  ORIGINAL: '原件',
  COPY: '复印件',
  ORIGINAL_AND_COPY: '原件和复印件',
  ELECTRONIC: '电子件',
};

/** Code sets that a district may add to: a code without a word here stands for itself. */
export const PROCEDURE_WORDS: Readonly<Record<string, string>> = {
  PUBLICITY: '公示',
  EXPERT_REVIEW: '专家评审',
  APPRAISAL: '鉴定',
  ON_SITE_INSPECTION: '现场核查',
  HEARING: '听证',
  TESTING: '检验检测',
};
export const DELIVERY_WORDS: Readonly<Record<string, string>> = DELIVERY_METHODS;
export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  PARTLY_CONFIRMED: '部分内容已核实',
  FROM_MEMORY: '示例数据，未逐项核实',
};

/** The word for a code of an open set; null for one without. A code may be spelt `__proto__`. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string | null {
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}
