import type { ItemStandard } from './item-standard.js';
import { isBlank, problem, type StandardProblem } from './standard-problem.js';

interface Element {
  /** The element's own field; what is missing inside a list is named by its place in it. */
  field: string;
  label: string;
  /** R33: one of the seven that the plan asks for by name. */
  mandatoryByR33: boolean;
  missing: (standard: ItemStandard) => StandardProblem[];
}

function element(
  field: string,
  label: string,
  missing: (standard: ItemStandard) => boolean,
  inside: (standard: ItemStandard) => StandardProblem[] = () => [],
): Element {
  const lacking = problem(field, 'catalog.element_missing', `缺少${label}，请填写后再发布。`);
  return {
    field,
    label,
    mandatoryByR33: false,
    missing: (standard) => (missing(standard) ? [lacking] : inside(standard)),
  };
}

const ofR33 = (its: Element): Element => ({ ...its, mandatoryByR33: true });

/** The places of a list at which something must be said and is not. */
function gapsIn<T>(
  field: string,
  list: readonly T[],
  part: string,
  label: string,
  isMissing: (entry: T) => boolean,
): StandardProblem[] {
  return list.flatMap((entry, index) => {
    if (!isMissing(entry)) return [];
    const path = [field, index, part].filter((name) => name !== '').join('.');
    return [problem(path, 'catalog.element_missing', `第${index + 1}项缺少${label}，请补填。`)];
  });
}

const R33_ELEMENTS: readonly Element[] = [
  element('name', '事项名称', ({ name }) => isBlank(name)),
  element(
    'category',
    '事项类别',
    ({ category }) => isBlank(category.name) && isBlank(category.code),
    ({ category }) => [
      ...(isBlank(category.code)
        ? [problem('category.code', 'catalog.element_missing', '缺少事项类型代码，请选择类别。')]
        : []),
      ...(isBlank(category.name)
        ? [problem('category.name', 'catalog.element_missing', '缺少事项类别名称，请选择类别。')]
        : []),
    ],
  ),
  element(
    'materials',
    '申请材料（不收材料的，列一项“无需材料”、0份、非必备）',
    ({ materials }) => materials.length === 0,
    ({ materials }) => gapsIn('materials', materials, 'name', '材料名称', (m) => isBlank(m.name)),
  ),
  element(
    'steps',
    '办理程序',
    ({ steps }) => steps.length === 0,
    ({ steps }) => [
      ...gapsIn('steps', steps, 'name', '环节名称', (step) => isBlank(step.name)),
      ...gapsIn('steps', steps, 'handlers', '办理科室或部门', lacksHandler),
    ],
  ),
  element('limits.promised', '承诺时限', lacksPromise),
  element('fee', '收费情况', ({ fee }) => fee === null),
  element(
    'legalBases',
    '政策依据',
    ({ legalBases }) => legalBases.length === 0,
    ({ legalBases }) =>
      gapsIn('legalBases', legalBases, 'title', '依据名称', (basis) => isBlank(basis.title)),
  ),
].map(ofR33);

/** GB/T 39046-2020 Table 4, as far as it applies to every item of a street or community. */
const FURTHER_ELEMENTS: readonly Element[] = [
  element('code', '事项编码', ({ code }) => isBlank(code)),
  element('themes', '服务主题', ({ themes }) => themes.every(isBlank)),
  element('serviceObjects', '服务对象', ({ serviceObjects }) => serviceObjects.length === 0),
  element('handlingKind', '办件类型', ({ handlingKind }) => handlingKind === null),
  element('closure', '办结权限', ({ closure }) => closure === null),
  element('ownerDepartment', '承办机构', ({ ownerDepartment }) => isBlank(ownerDepartment)),
  element('leadDepartment', '主管部门', ({ leadDepartment }) => isBlank(leadDepartment)),
  element(
    'conditions',
    '受理条件',
    ({ conditions }) => conditions.length === 0,
    ({ conditions }) => gapsIn('conditions', conditions, '', '受理条件', isBlank),
  ),
  element(
    'limits.statutory',
    '法定时限（没有统一规定的，在说明中写明）',
    ({ limits }) => limits.statutory.amount === null && isBlank(limits.statutoryNote),
  ),
  element(
    'resultDocuments',
    '办理结果',
    ({ resultDocuments }) => resultDocuments.length === 0,
    (standard) => gapsIn('resultDocuments', standard.resultDocuments, '', '结果名称', isBlank),
  ),
  element('deliveryMethods', '送达方式', ({ deliveryMethods }) => deliveryMethods.length === 0),
  element('onSiteVisits', '到办事现场次数', ({ onSiteVisits }) => onSiteVisits === null),
  element('crossRegion', '通办范围', ({ crossRegion }) => isBlank(crossRegion)),
];

const ELEMENTS: readonly Element[] = [...R33_ELEMENTS, ...FURTHER_ELEMENTS];

/** The elements that an edition's contents and the editor's meter go by, R33's seven first. */
export const STANDARD_ELEMENTS: readonly Pick<Element, 'field' | 'label' | 'mandatoryByR33'>[] =
  ELEMENTS.map(({ field, label, mandatoryByR33 }) => ({ field, label, mandatoryByR33 }));

/** A section or department has no counter to fall back on: somebody must be named. */
function lacksHandler({ role, handlers }: ItemStandard['steps'][number]): boolean {
  if (role === 'COUNTER_CLERK' || role === 'COMMUNITY_CLERK') return false;
  return handlers.length === 0 || handlers.some(({ body }) => isBlank(body));
}

/** The promise of an INSTANT item is its minutes at the counter (R53), of any other its days. */
function lacksPromise({ handlingKind, limits }: ItemStandard): boolean {
  return handlingKind === 'INSTANT'
    ? limits.onTheSpotMinutes === null
    : limits.promised.amount === null;
}

/** Everything that must still be said before the version is published (R33, GB/T 39046-2020). */
export function missingElements(standard: ItemStandard): StandardProblem[] {
  return ELEMENTS.flatMap(({ missing }) => missing(standard));
}

/** The share of elements that are said in full, from 0 to 1, for the editor's meter. */
export function completenessShareOf(standard: ItemStandard): number {
  const said = ELEMENTS.filter(({ missing }) => missing(standard).length === 0);
  return said.length / ELEMENTS.length;
}
