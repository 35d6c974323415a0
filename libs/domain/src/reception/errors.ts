import { errorsOf } from '../domain-error.js';

export const receptionErrors = {
  'consultation.unknown': {
    kind: 'not-found',
    title: '没有找到这条咨询，请刷新列表后再选。',
  },
  'consultation.stale': {
    kind: 'conflict',
    title: '这条咨询刚刚已被他人更新，请刷新、看清最新情况后再操作。',
  },
  'consultation.not_at_a_centre': {
    kind: 'forbidden',
    title: '咨询由便民服务中心（站）的人员登记，请用中心（站）人员的账号登录。',
  },
  'consultation.closed': {
    kind: 'conflict',
    title: '这条咨询已经办结，不能再答复或移交；有新的问题请另行登记。',
  },
  'consultation.not_yours': {
    kind: 'forbidden',
    title: '首问负责：这条咨询由现在的责任人答复或移交，您不能代为操作。',
  },
  'consultation.handed_over_already': {
    kind: 'conflict',
    title: '这条咨询已经移交、正等对方接收，请先撤回移交再操作。',
  },
  'consultation.handed_to_self': {
    kind: 'invalid',
    title: '不能移交给本人，请选择其他同事或单位。',
  },
  'consultation.nobody_there': {
    kind: 'invalid',
    title: '该单位没有这位可以接收咨询的人员，请重新选择接收单位和人员。',
  },
  'consultation.not_offered': {
    kind: 'forbidden',
    title: '这条咨询没有移交给您，您不能接收或退回，请刷新后再看。',
  },
  'consultation.reason_missing': {
    kind: 'invalid',
    title: '退回移交应写明理由，请补充后再提交。',
  },
  'consultation.became_case': {
    kind: 'conflict',
    title: '这条咨询已经转为办件，请打开办件办理。',
  },
  'reception.span_invalid': {
    kind: 'invalid',
    title: '统计的起止日期应是存在的日期、先后有序，且不超过92天，请改正后再查。',
  },
  'reception.hall_unknown': {
    kind: 'not-found',
    title: '没有这个便民服务中心（站），请核对地址或重新选择。',
  },
  'ticket.unknown': { kind: 'not-found', title: '没有找到这个排队号，请刷新排队情况后再选。' },
  'ticket.stale': {
    kind: 'conflict',
    title: '这个排队号刚刚已被他人处理，请看清最新情况后再操作。',
  },
  'ticket.not_yours': {
    kind: 'forbidden',
    title: '这个排队号属于其他中心（站），请在取号的中心（站）办理。',
  },
  'ticket.verb_not_allowed': {
    kind: 'conflict',
    title: '这个排队号现在不能做这个操作，请按页面上的按钮办理。',
  },
  'ticket.day_full': {
    kind: 'conflict',
    title: '今天这一类排队号已经发完，请改取其他类别的号或由导办人员安排。',
  },
  'ticket.nobody_waits': { kind: 'conflict', title: '现在没有人排队等候。' },
  'ticket.counter_unknown': {
    kind: 'invalid',
    title: '本中心（站）没有这个窗口，请选择现有的窗口号。',
  },
  'ticket.counter_calls_already': {
    kind: 'conflict',
    title: '本窗口已经叫号、正等群众前来，请先开始办理、过号或转到其他窗口。',
  },
} as const;

export const receptionError = errorsOf(receptionErrors);
export type ReceptionErrorCode = keyof typeof receptionErrors;
