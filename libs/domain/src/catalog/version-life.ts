/** R30: the life of an item version; RETIRED by the effective date of the next or by decision. */
export const VERSION_STATES = [
  'DRAFT',
  'IN_REVIEW',
  'RETURNED',
  'APPROVED',
  'PUBLISHED',
  'RETIRED',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_VERBS = [
  'compose',
  'edit',
  'submit',
  'return',
  'approve',
  'publish',
  'retire',
  'revise',
  'discard',
] as const;
export type VersionVerb = (typeof VERSION_VERBS)[number];

/** R30: the four stages of building the list, and what comes after them. */
export const LIST_STAGES = ['梳理', '审核', '反馈', '编制', '公布', '停用'] as const;
export type ListStage = (typeof LIST_STAGES)[number];

export const STAGE_OF_STATE: Readonly<Record<VersionState, ListStage>> = {
  DRAFT: '梳理',
  IN_REVIEW: '审核',
  RETURNED: '反馈',
  APPROVED: '编制',
  PUBLISHED: '公布',
  RETIRED: '停用',
};

/** In whose hands a verb lies. */
export type VersionWho =
  /** The district's office (区政务办) compiles and publishes: DISTRICT_SUPERVISOR (R14). */
  | 'COMPILER'
  /** A DEPARTMENT_APPROVER of the item's lead department. */
  | 'REVIEWER'
  /** The same, who neither wrote nor submitted this version: four eyes. */
  | 'OTHER_REVIEWER';

export interface VersionTransition {
  from: readonly (VersionState | 'NEW')[];
  /** `DISCARDED` is no state: the draft is gone, and what was never published leaves no item. */
  to: VersionState | 'DISCARDED';
  who: VersionWho;
  /** `SAME`: this version goes on; `NEW`: a further version is made and this one stays as it is. */
  version: 'SAME' | 'NEW';
  /** What a person reads on the button. */
  label: string;
  basis: string;
}

/** The whole life of a version: every verb, from where, to where, by whom. */
export const VERSION_LIFE = {
  compose: {
    from: ['NEW'],
    to: 'DRAFT',
    who: 'COMPILER',
    version: 'NEW',
    label: '新增事项',
    basis: 'R30：梳理本级政务服务事项清单',
  },
  edit: {
    from: ['DRAFT', 'RETURNED'],
    to: 'DRAFT',
    who: 'COMPILER',
    version: 'SAME',
    label: '修改',
    basis: 'R30：梳理、反馈',
  },
  submit: {
    from: ['DRAFT', 'RETURNED'],
    to: 'IN_REVIEW',
    who: 'COMPILER',
    version: 'SAME',
    label: '提交审核',
    basis: 'R30：审核',
  },
  return: {
    from: ['IN_REVIEW', 'APPROVED'],
    to: 'RETURNED',
    who: 'REVIEWER',
    version: 'SAME',
    label: '退回反馈',
    basis: 'R30：反馈',
  },
  approve: {
    from: ['IN_REVIEW'],
    to: 'APPROVED',
    who: 'OTHER_REVIEWER',
    version: 'SAME',
    label: '审核通过',
    basis: 'R30：未经审核不得公布',
  },
  publish: {
    from: ['APPROVED'],
    to: 'PUBLISHED',
    who: 'COMPILER',
    version: 'SAME',
    label: '公布',
    basis: 'R30, R33, R37',
  },
  retire: {
    from: ['PUBLISHED'],
    to: 'RETIRED',
    who: 'COMPILER',
    version: 'SAME',
    label: '停用',
    basis: 'P8；R30：清单动态调整',
  },
  revise: {
    from: ['PUBLISHED', 'RETIRED'],
    to: 'DRAFT',
    who: 'COMPILER',
    version: 'NEW',
    label: '修订',
    basis: 'P8：已公布的版本不再修改',
  },
  discard: {
    from: ['DRAFT', 'RETURNED'],
    to: 'DISCARDED',
    who: 'COMPILER',
    version: 'SAME',
    label: '废弃草稿',
    basis: 'R30：梳理',
  },
} as const satisfies Record<VersionVerb, VersionTransition>;

/** P8: what was published is never changed, nor what the reviewers have in hand or have passed. */
export function contentMayBeChanged(state: VersionState): boolean {
  return state === 'DRAFT' || state === 'RETURNED';
}
