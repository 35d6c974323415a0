import { errorsOf } from '../domain-error.js';

/** Why an appointment or a home visit cannot be made or changed, and how to mend it. */
export const appointmentErrors = {
  'appointment.slot_unknown': {
    kind: 'invalid',
    title: '所选时间不在该中心的办公时间内，请从可预约的时段中选择。',
  },
  'appointment.slot_past': { kind: 'invalid', title: '所选时段已经过去，请选择以后的时段。' },
  'appointment.too_far': { kind: 'invalid', title: '所选日期还没有开放预约，请选择近些的日期。' },
  'appointment.full': { kind: 'conflict', title: '这个时段已经约满，请改选其他时段。' },
  'appointment.booked_already': {
    kind: 'conflict',
    title: '您当天在该中心已有预约，请先取消原来的预约，或改选其他日期。',
  },
  'appointment.too_many': {
    kind: 'throttled',
    title: '今天从这个网络地址提交的预约过多，请明天再试，或拨打中心电话预约。',
  },
  'appointment.unknown': {
    kind: 'not-found',
    title: '没有查到预约，请核对预约码和证件号码后四位。',
  },
  'appointment.not_booked': {
    kind: 'conflict',
    title: '这个预约已经取消、过号或办理，不能再操作，请刷新后查看。',
  },
  'appointment.other_day': { kind: 'conflict', title: '预约不是今天的，请在预约当天签到。' },
  'appointment.not_checked_in': { kind: 'conflict', title: '申请人还没有签到，请先签到再办理。' },
  'appointment.settings_invalid': {
    kind: 'invalid',
    title: '每窗口每时段应为 1 至 20 人，提前天数应为 1 至 60 天，请改正后保存。',
  },
  'homeVisit.unknown': { kind: 'not-found', title: '没有这条上门办理，请刷新后重试。' },
  'homeVisit.not_open': {
    kind: 'conflict',
    title: '这条上门办理已经有结果，不能再改，请刷新后查看。',
  },
  'homeVisit.not_assigned': {
    kind: 'conflict',
    title: '请先安排上门日期和人员，再登记结果。',
  },
  'homeVisit.day_past': { kind: 'invalid', title: '上门日期已过，请选择今天或以后的日期。' },
  'homeVisit.assignee_elsewhere': {
    kind: 'invalid',
    title: '上门人员应是本单位的在岗人员，请重新选择。',
  },
  'homeVisit.address_missing': { kind: 'invalid', title: '请填写上门地址，写到门牌号。' },
} as const;

export type AppointmentErrorCode = keyof typeof appointmentErrors;

export const appointmentError = errorsOf(appointmentErrors);
