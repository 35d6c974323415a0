import { errorsOf } from '../domain-error.js';

/** Every refusal of the calendar and of the deadline arithmetic. */
export const deadlineErrors = {
  'calendar.date_invalid': {
    kind: 'invalid',
    title: '日期不存在或格式不对，请按“年-月-日”填写，例如 2026-10-08。',
  },
  'calendar.time_invalid': {
    kind: 'invalid',
    title: '时刻格式不对，请按 24 小时制“时:分”填写，例如 17:30。',
  },
  'calendar.out_of_range': {
    kind: 'invalid',
    title: '日期超出工作日历范围（2016年至2060年），请核对日期或缩短时限。',
  },
  'calendar.count_invalid': {
    kind: 'invalid',
    title: '工作日天数应为不小于 0 的整数，请改正后重试。',
  },
  'calendar.year_repeated': {
    kind: 'invalid',
    title: '同一年度的放假安排出现了两次，请只保留一份后重新导入。',
  },
  'calendar.day_contradictory': {
    kind: 'invalid',
    title: '同一天既列为放假又列为调休上班，请对照国务院办公厅放假通知改正后重新导入。',
  },
  'calendar.day_not_of_year': {
    kind: 'invalid',
    title: '放假安排中有不属于该年度的日期，请对照国务院办公厅放假通知改正后重新导入。',
  },
  'deadline.unknown': { kind: 'not-found', title: '没有找到这条时限，请从办件页面重新打开。' },
  'deadline.passed_already': {
    kind: 'conflict',
    title: '时限已经届满，不能再延长；请尽快办结，并按超期处理。',
  },
  'deadline.limit_invalid': {
    kind: 'invalid',
    title: '时限应为 0 到 3660 之间的整数，请改正后重试。',
  },
  'deadline.warn_share_invalid': {
    kind: 'invalid',
    title: '预警比例应在 0 到 1 之间，例如 0.8 表示用去八成时限时预警。',
  },
  'deadline.paused_without_instant': {
    kind: 'invalid',
    title: '办件仍在暂停中，到期时间尚不能确定，请先恢复计时或指定推算时刻。',
  },
  'deadline.pause_reversed': {
    kind: 'invalid',
    title: '暂停的结束时间早于开始时间，请核对特别程序的起止时间。',
  },
} as const;

export type DeadlineErrorCode = keyof typeof deadlineErrors;

export const deadlineError = errorsOf(deadlineErrors);
