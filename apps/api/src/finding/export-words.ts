import type { CasePath, CaseState, DeadlineKind, ExportedList, Light } from '@yikou/domain';

/** What the exported lists are called, in the sheet and as files. */
export const LIST_TITLES: Record<ExportedList, string> = {
  CASES: '办件清单',
  WORKLIST: '待办清单',
  DEADLINES: '时限清单',
};

export const STATE_WORDS: Record<CaseState, string> = {
  REGISTERED: '已收件',
  SUPPLEMENT_REQUESTED: '待补正',
  ACCEPTED: '已受理',
  TRANSFERRED: '已转办',
  IN_PROGRESS: '办理中',
  SUSPENDED: '已中止',
  DECIDED: '已办结',
  DELIVERED: '已送达',
  ARCHIVED: '已归档',
  REFUSED: '不予受理',
  WITHDRAWN: '已撤回',
  TERMINATED: '已终止',
};

export const PATH_WORDS: Record<CasePath, string> = {
  LOCAL_INSTANT: '即办件',
  LOCAL_PROMISED: '承诺件',
  UPPER: '四级联动件',
};

export const LIGHT_WORDS: Record<Light, string> = {
  NORMAL: '正常',
  WARNING: '预警',
  OVERDUE: '超期',
  PAUSED: '暂停',
};

export const DEADLINE_WORDS: Record<DeadlineKind, string> = {
  ON_THE_SPOT: '即办时限',
  TRANSFER: '转办时限',
  UPLOAD: '上传时限',
  TASK: '环节时限',
  PROMISE: '承诺时限',
  STATUTORY: '法定时限',
  UPPER_STAGE: '上级办理时限',
  DELIVERY: '送达时限',
  NOTICE: '一次告知时限',
  SUPPLEMENT: '补正时限',
  FILING: '备案时限',
  COMPLAINT: '投诉处理时限',
  RECTIFICATION: '整改时限',
  ROLLOUT: '试点任务时限',
  REPLACEMENT: '人员补位时限',
  SERVICE_LEVEL: '对接响应时限',
};
