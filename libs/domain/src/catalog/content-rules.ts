import type { ItemStandard } from './item-standard.js';
import { CATEGORY_NAMES, DELIVERY_METHODS, PUBLIC_SERVICE } from './standard-codes.js';
import { isBlank, problem, type StandardProblem } from './standard-problem.js';

/** GB/T 39046-2020: 事项名称 has at most 200 characters. */
const LONGEST_NAME = 200;
const LONGEST_CODE = 64;

/** How a district writes the national codes: provinces differ, so it is a setting. */
export interface CodeRules {
  basicCode: RegExp;
  implementationCode: RegExp;
}

/** Any code of letters, digits and hyphens; lengths differ between GB/T 39046, 39554.1 and provinces. */
export const USUAL_CODE_RULES: CodeRules = {
  basicCode: /^[0-9A-Z-]+$/i,
  implementationCode: /^[0-9A-Z-]+$/i,
};

/** GB/T 39554.1-2020: 12 characters; 31 = 18 (统一社会信用代码) + 1 (行使层级) + 12. */
export const NATIONAL_CODE_RULES: CodeRules = {
  basicCode: /^\d{12}$/,
  implementationCode: /^[0-9A-HJ-NP-RT-UW-Y]{18}[1-7]\d{12}$/,
};

/** National codes are text of at most 64 characters, never numbers. */
export function codesFitTheirPattern(
  standard: ItemStandard,
  rules: CodeRules = USUAL_CODE_RULES,
): StandardProblem[] {
  const checked: [field: 'basicCode' | 'implementationCode', label: string][] = [
    ['basicCode', '基本编码'],
    ['implementationCode', '实施编码'],
  ];
  return checked.flatMap(([field, label]) => {
    const code = standard[field];
    if (code === null || (code.length <= LONGEST_CODE && rules[field].test(code))) return [];
    return [problem(field, 'catalog.code_malformed', `${label}格式不符，请对照编码规则核对。`)];
  });
}

export function nameIsShortEnough({ name }: ItemStandard): StandardProblem[] {
  if ([...name].length <= LONGEST_NAME) return [];
  return [problem('name', 'catalog.name_too_long', '事项名称超过200个字，请缩短。')];
}

/** A.1: a two-digit code; 00 is the sum of all powers and no item. A coded name must be its own. */
export function categoryIsOneOfTheStandard({ category }: ItemStandard): StandardProblem[] {
  const { code, name } = category;
  if (isBlank(code) || isBlank(name)) return [];
  const names = CATEGORY_NAMES.get(code);
  const isKnown = names !== undefined || /^(1[1-9]|2[1-9]|[3-9]\d)$/.test(code);
  if (!isKnown) {
    const title = `没有事项类型代码${code}，请从GB/T 39046表A.1中选择。`;
    return [problem('category.code', 'catalog.category_unknown', title)];
  }
  if (!names || names.includes(name)) return [];
  const title = `事项类型代码${code}是“${names[0] ?? ''}”，与类别名称“${name}”不一致，请更正。`;
  return [problem('category.name', 'catalog.category_name_differs', title)];
}

/** A residents' committee holds no administrative power: at its level there are services alone. */
export function communityItemIsAPublicService({
  level,
  category,
}: ItemStandard): StandardProblem[] {
  if (level !== 'COMMUNITY' || isBlank(category.code) || category.code >= PUBLIC_SERVICE) return [];
  const title = '社区（村）级只能列公共服务事项，请改为街道级事项或更正类别。';
  return [problem('category.code', 'catalog.community_without_power', title)];
}

/** A required material has copies; the one line 无需材料 has none and stands alone (R33). */
export function materialsAreNamedOnceAndCounted({ materials }: ItemStandard): StandardProblem[] {
  return materials.flatMap(({ name, copies, required }, index) => {
    const found: StandardProblem[] = [];
    if (materials.findIndex((other) => other.name === name) < index) {
      const title = `材料“${name}”列了两次，请合并成一项。`;
      found.push(problem(`materials.${index}.name`, 'catalog.material_named_twice', title));
    }
    const mayBeNone = !required && materials.length === 1;
    if (!Number.isInteger(copies) || copies < (mayBeNone ? 0 : 1)) {
      const title = `材料“${name}”的份数应是不小于1的整数，请更正。`;
      found.push(problem(`materials.${index}.copies`, 'catalog.copies_invalid', title));
    }
    return found;
  });
}

/**
 * R33: who charges says how much and by which right. A free item may have words on money too (the first
 * card free, a lost one not; money collected for another), but no sum of its own.
 */
export function chargedFeeNamesAmountAndBasis({ fee }: ItemStandard): StandardProblem[] {
  if (fee === null) return [];
  const found: StandardProblem[] = [];
  const { charged, amountFen, amount, basis } = fee;
  if (amountFen !== null && (!Number.isSafeInteger(amountFen) || amountFen < 0)) {
    found.push(problem('fee.amountFen', 'catalog.fee_invalid', '收费金额应是不小于0的整分。'));
  }
  if (charged && !amountFen && isBlank(amount)) {
    const title = '收费事项没有写明收费标准，请补充金额或说明。';
    found.push(problem('fee.amount', 'catalog.fee_without_amount', title));
  }
  if (charged && isBlank(basis)) {
    const title = '收费事项没有写明收费依据，请补充文件名称。';
    found.push(problem('fee.basis', 'catalog.fee_without_basis', title));
  }
  if (!charged && amountFen !== null && amountFen > 0) {
    const title = '不收费的事项不能有收费金额，请改为收费或删去金额。';
    found.push(problem('fee.amountFen', 'catalog.fee_of_free_item', title));
  }
  return found;
}

export function deliveryMethodsAreKnown({ deliveryMethods }: ItemStandard): StandardProblem[] {
  return deliveryMethods.flatMap((method, index) => {
    if (Object.hasOwn(DELIVERY_METHODS, method) && deliveryMethods.indexOf(method) === index) {
      return [];
    }
    const title = '送达方式重复或不在可选范围内，请重新选择。';
    return [problem(`deliveryMethods.${index}`, 'catalog.delivery_method_unknown', title)];
  });
}

/**
 * 最多跑一次: one visit needs no reason, each further one does. Without a visit nothing is asked of the
 * counter, so the result must reach the applicant some other way.
 */
export function visitsAreExplained(standard: ItemStandard): StandardProblem[] {
  const { onSiteVisits, visitsReason, deliveryMethods } = standard;
  if (onSiteVisits === null) return [];
  if (!Number.isInteger(onSiteVisits) || onSiteVisits < 0) {
    const title = '到办事现场次数应是不小于0的整数。';
    return [problem('onSiteVisits', 'catalog.visits_invalid', title)];
  }
  if (onSiteVisits > 1 && isBlank(visitsReason)) {
    const title = '需要到现场一次以上的，请写明必须现场办理的原因。';
    return [problem('visitsReason', 'catalog.visits_without_reason', title)];
  }
  if (onSiteVisits > 0 || deliveryMethods.some((method) => method !== 'WINDOW')) return [];
  const title = '到现场0次的事项，结果不能只在窗口领取，请增加邮寄、电子等送达方式。';
  return [problem('deliveryMethods', 'catalog.visit_for_delivery', title)];
}

/** R47: 公益类、智能化、微利 describe convenience services only. */
export function featuredTagsAreForConvenienceServices(standard: ItemStandard): StandardProblem[] {
  if (standard.class === 'FEATURED' || standard.featuredTags.length === 0) return [];
  const title = '特色服务标签只用于便民服务，请删去标签或改为便民服务。';
  return [problem('featuredTags', 'catalog.tags_of_government_item', title)];
}
