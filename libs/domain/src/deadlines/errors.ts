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
  'calendar.year_invalid': {
    kind: 'invalid',
    title: '年度应为 2016 至 2060 之间的年份，请改正后重新提交。',
  },
  'calendar.notice_empty': {
    kind: 'invalid',
    title: '放假安排应列出 1 至 366 天，请对照国务院办公厅放假通知补全后重新提交。',
  },
  'calendar.day_repeated': {
    kind: 'invalid',
    title: '放假安排中同一天列了两次，请只保留一次后重新提交。',
  },
  'calendar.day_name_invalid': {
    kind: 'invalid',
    title: '每一天都应写明节日名称（20 个字以内），例如“春节”。',
  },
  'calendar.work_day_not_weekend': {
    kind: 'invalid',
    title: '调休上班只能是星期六或星期日，请对照国务院办公厅放假通知改正。',
  },
  'calendar.day_of_other_notice': {
    kind: 'invalid',
    title: '有一天已由另一年度的通知安排，请先更正那一年度的通知。',
  },
  'calendar.table_invalid': {
    kind: 'invalid',
    title:
      '文件中没有该年度的放假安排，或格式不对，请使用 {"years":{"2027":{"off":[["2027-01-01","元旦"]],"work":[]}}} 的格式。',
  },
  'calendar.nothing_changes': {
    kind: 'conflict',
    title: '这份放假安排与现行日历完全相同，不需要再次导入。',
  },
  'calendar.change_unknown': {
    kind: 'not-found',
    title: '没有找到这次日历变更，请从工作日历页面重新打开。',
  },
  'calendar.change_not_simulated': {
    kind: 'conflict',
    title: '这次日历变更尚未试算完毕，或已经生效、已经放弃，请刷新后查看。',
  },
  'calendar.simulated_on_other': {
    kind: 'conflict',
    title: '试算之后日历又有变更，试算结果已经不准，请放弃后重新提交试算。',
  },
  'escalation.steps_invalid': {
    kind: 'invalid',
    title:
      '督办链应由近到远：单位负责人、中心、区督办各至多一次，间隔为 0 至 60 个工作日且不倒退，请改正。',
  },
  'card.unknown': { kind: 'not-found', title: '没有找到这张牌，请从超期看板重新打开。' },
  'card.not_yours': {
    kind: 'forbidden',
    title: '红牌由责任单位的负责人答复，请转告本单位负责人办理。',
  },
  'card.not_waiting': {
    kind: 'conflict',
    title: '这张牌现在不能这样办理，可能已经答复、采纳或撤回，请刷新后查看。',
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
  'deadline.hours_invalid': {
    kind: 'invalid',
    title: '开放时间或休息时段前后颠倒或相互重叠，请改正单位的开放时间。',
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
