import type { DeadlineKind } from '../deadlines/index.js';
import { CASE_STATES, type CaseState, type CaseVerb } from './states.js';

/** In whose hands a verb lies. */
export type Who =
  /** A clerk of the comprehensive counters or the station that took the case (R7, R12, R57). */
  | 'TAKING_COUNTER'
  /** Somebody of the unit whose stage it is. */
  | 'STAGE_UNIT'
  /** The person who claimed the task. */
  | 'ASSIGNEE'
  /** The person who claimed the task and whose post may decide; on the spot, the counter. */
  | 'DECIDER'
  /** The head of the unit whose stage it is. */
  | 'HEAD'
  /** A colleague who was asked for an opinion. */
  | 'HELPER'
  /** Nobody: the clock itself brings it about. */
  | 'SYSTEM';

export interface Transition {
  from: readonly (CaseState | 'NEW')[];
  to: CaseState;
  /** States that the verb leaves as they are. */
  staysIn?: readonly CaseState[];
  who: Who;
  /** Clocks started, paused, resumed or stopped; the case's stage says which of them apply. */
  clocks: {
    start?: readonly DeadlineKind[];
    stop?: readonly DeadlineKind[] | 'ALL';
    pause?: true;
    resume?: true;
    extend?: readonly DeadlineKind[];
  };
  /** What a clerk reads on the button. */
  label: string;
  basis: string;
}

const BEFORE_DECISION = ['ACCEPTED', 'TRANSFERRED', 'IN_PROGRESS', 'SUSPENDED'] as const;

/** The whole life of a case: every verb, from where, to where, by whom, with which clocks. */
export const CASE_LIFE = {
  register: {
    from: ['NEW'],
    to: 'REGISTERED',
    who: 'TAKING_COUNTER',
    clocks: { start: ['NOTICE'] },
    label: '收件登记',
    basis: 'R7, R41；行政许可法第二十九条',
  },
  requestSupplement: {
    from: ['REGISTERED'],
    to: 'SUPPLEMENT_REQUESTED',
    who: 'TAKING_COUNTER',
    clocks: { start: ['SUPPLEMENT'], stop: ['NOTICE'] },
    label: '一次性告知',
    basis: 'R73；行政许可法第三十二条第一款第四项',
  },
  supplement: {
    from: ['SUPPLEMENT_REQUESTED'],
    to: 'REGISTERED',
    who: 'TAKING_COUNTER',
    clocks: { stop: ['SUPPLEMENT'] },
    label: '补正收件',
    basis: 'R73；行政许可法第三十二条',
  },
  accept: {
    from: ['REGISTERED'],
    to: 'ACCEPTED',
    who: 'TAKING_COUNTER',
    clocks: {
      start: ['PROMISE', 'STATUTORY', 'ON_THE_SPOT', 'TRANSFER', 'UPLOAD', 'TASK'],
      stop: ['NOTICE'],
    },
    label: '受理',
    basis: 'R12, R41, R54；行政许可法第三十二条第一款第五项',
  },
  acceptBySilence: {
    from: ['REGISTERED'],
    to: 'ACCEPTED',
    who: 'SYSTEM',
    clocks: {
      start: ['PROMISE', 'STATUTORY', 'ON_THE_SPOT', 'TRANSFER', 'UPLOAD', 'TASK'],
      stop: ['NOTICE'],
    },
    label: '视为受理',
    basis: '行政许可法第三十二条第一款第四项：逾期不告知的，自收到申请材料之日起即为受理',
  },
  refuse: {
    from: ['REGISTERED', 'SUPPLEMENT_REQUESTED'],
    to: 'REFUSED',
    who: 'TAKING_COUNTER',
    clocks: { stop: 'ALL' },
    label: '不予受理',
    basis: '行政许可法第三十二条第一款第一、二项',
  },
  transfer: {
    from: ['ACCEPTED'],
    to: 'TRANSFERRED',
    who: 'TAKING_COUNTER',
    clocks: { start: ['TASK'], stop: ['TRANSFER'] },
    label: '转办',
    basis: 'R54：受理后1个工作日内转业务科室',
  },
  returnToCounter: {
    from: ['TRANSFERRED', 'IN_PROGRESS'],
    to: 'ACCEPTED',
    who: 'STAGE_UNIT',
    clocks: { start: ['TRANSFER'], stop: ['TASK', 'UPPER_STAGE'] },
    label: '退回窗口',
    basis: 'R54, R98：科室退回窗口一次，须说明理由',
  },
  claim: {
    from: ['ACCEPTED', 'TRANSFERRED', 'IN_PROGRESS'],
    to: 'IN_PROGRESS',
    who: 'STAGE_UNIT',
    clocks: {},
    label: '认领',
    basis: 'R56',
  },
  reassign: {
    from: ['ACCEPTED', 'TRANSFERRED', 'IN_PROGRESS', 'SUSPENDED'],
    to: 'IN_PROGRESS',
    staysIn: ['SUSPENDED'],
    who: 'HEAD',
    clocks: {},
    label: '改派',
    basis: 'R21, R56',
  },
  askHelp: {
    from: ['IN_PROGRESS'],
    to: 'IN_PROGRESS',
    who: 'ASSIGNEE',
    clocks: {},
    label: '请同事协办',
    basis: 'R56, R98',
  },
  giveHelp: {
    from: ['IN_PROGRESS', 'SUSPENDED'],
    to: 'IN_PROGRESS',
    staysIn: ['SUSPENDED'],
    who: 'HELPER',
    clocks: {},
    label: '提出协办意见',
    basis: 'R56, R98',
  },
  recuse: {
    from: ['IN_PROGRESS'],
    to: 'IN_PROGRESS',
    who: 'ASSIGNEE',
    clocks: {},
    label: '回避',
    basis: 'R56；公务员法第七十六条',
  },
  complete: {
    from: ['IN_PROGRESS'],
    to: 'IN_PROGRESS',
    who: 'ASSIGNEE',
    clocks: { start: ['TASK', 'UPLOAD', 'UPPER_STAGE'], stop: ['TASK', 'UPPER_STAGE'] },
    label: '完成环节',
    basis: 'R56, R74',
  },
  suspend: {
    from: ['IN_PROGRESS'],
    to: 'SUSPENDED',
    who: 'ASSIGNEE',
    clocks: { pause: true },
    label: '启动特别程序',
    basis: '行政许可法第四十五条',
  },
  resume: {
    from: ['SUSPENDED'],
    to: 'IN_PROGRESS',
    who: 'ASSIGNEE',
    clocks: { resume: true },
    label: '恢复办理',
    basis: '行政许可法第四十五条',
  },
  extend: {
    from: ['ACCEPTED', 'TRANSFERRED', 'IN_PROGRESS'],
    to: 'IN_PROGRESS',
    staysIn: ['ACCEPTED', 'TRANSFERRED'],
    who: 'HEAD',
    clocks: { extend: ['PROMISE', 'STATUTORY', 'TASK', 'UPPER_STAGE'] },
    label: '延长期限',
    basis: '行政许可法第四十二条第一款：经本行政机关负责人批准，可以延长十日，并告知申请人理由',
  },
  upload: {
    from: ['ACCEPTED', 'IN_PROGRESS'],
    to: 'TRANSFERRED',
    who: 'STAGE_UNIT',
    clocks: { start: ['UPPER_STAGE'], stop: ['UPLOAD'] },
    label: '上传上级',
    basis: 'R58, R59：上传时间即视为上级部门接件时间并开始计时',
  },
  decide: {
    from: ['ACCEPTED', 'IN_PROGRESS'],
    to: 'DECIDED',
    who: 'DECIDER',
    clocks: { start: ['DELIVERY'], stop: 'ALL' },
    label: '办结',
    basis: 'R53, R60；行政许可法第四十二条',
  },
  issue: {
    from: ['DECIDED'],
    to: 'DECIDED',
    who: 'TAKING_COUNTER',
    clocks: {},
    label: '出证',
    basis: 'R61；行政许可法第四十四条',
  },
  deliver: {
    from: ['DECIDED'],
    to: 'DELIVERED',
    who: 'TAKING_COUNTER',
    clocks: { stop: ['DELIVERY'] },
    label: '送达',
    basis: 'R12, R57；行政许可法第四十四条',
  },
  withdraw: {
    from: ['REGISTERED', 'SUPPLEMENT_REQUESTED', ...BEFORE_DECISION],
    to: 'WITHDRAWN',
    who: 'TAKING_COUNTER',
    clocks: { stop: 'ALL' },
    label: '申请人撤回',
    basis: '申请人在决定作出前可以撤回申请',
  },
  terminate: {
    from: BEFORE_DECISION,
    to: 'TERMINATED',
    who: 'STAGE_UNIT',
    clocks: { stop: 'ALL' },
    label: '终止办理',
    basis: '设计 §3：TERMINATED 终止',
  },
  lapse: {
    from: ['SUPPLEMENT_REQUESTED'],
    to: 'TERMINATED',
    who: 'SYSTEM',
    clocks: { stop: 'ALL' },
    label: '逾期未补正终止',
    basis: 'R73：补正期满仍未补正的，视为撤回申请',
  },
  archive: {
    from: ['DELIVERED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'],
    to: 'ARCHIVED',
    who: 'TAKING_COUNTER',
    clocks: {},
    label: '归档',
    basis: 'R84',
  },
} as const satisfies Record<CaseVerb, Transition>;

/** The state in which a verb leaves a case. */
export function stateAfter(verb: CaseVerb, state: CaseState): CaseState {
  const { to, staysIn }: Transition = CASE_LIFE[verb];
  return staysIn?.includes(state) ? state : to;
}

/** States that no verb leads to, or that lead to no end: a life with one of them is not started (T15). */
export function statesOutOfReach(life: Record<string, Transition> = CASE_LIFE): CaseState[] {
  const ways = Object.values(life);
  const reached = spreadFrom('NEW', (state) =>
    ways.filter(({ from }) => from.includes(state)).map(({ to }) => to),
  );
  const ending = spreadFrom('ARCHIVED', (state) =>
    ways.filter(({ to }) => to === state).flatMap(({ from }) => from),
  );
  return CASE_STATES.filter((state) => !reached.has(state) || !ending.has(state));
}

type Place = CaseState | 'NEW';

function spreadFrom(start: Place, next: (state: Place) => readonly Place[]): Set<Place> {
  const found = new Set<Place>([start]);
  // A Set grows while it is walked.
  for (const state of found) for (const one of next(state)) found.add(one);
  return found;
}
