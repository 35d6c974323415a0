import { errorsOf } from '../domain-error.js';

export const deliveryErrors = {
  'delivery.not_waiting': {
    kind: 'conflict',
    title: '办件没有等待送达的结果，请刷新后按页面上的按钮办理。',
  },
  'delivery.on_its_way': {
    kind: 'conflict',
    title: '结果已寄出或正在上门送达，请先登记签收或退回，再换其他方式。',
  },
  'delivery.nothing_on_its_way': {
    kind: 'conflict',
    title: '没有寄出或上门中的送达可登记，请刷新查看。',
  },
  'delivery.signature_missing': {
    kind: 'invalid',
    title: '请领取人在屏幕上签名，或选择已在纸质送达回证上签字。',
  },
  'delivery.signature_unreadable': {
    kind: 'invalid',
    title: '签名图像不完整，请清除后重新签名。',
  },
  'delivery.agent_unproven': {
    kind: 'invalid',
    title: '他人代领须核对代领人身份证件并写明与申请人的关系，请补充。',
  },
  'delivery.post_incomplete': { kind: 'invalid', title: '邮寄送达须填写承运人和运单号。' },
  'delivery.assignee_unknown': {
    kind: 'invalid',
    title: '上门送达须指定本单位在岗人员，请重新选择。',
  },
  'delivery.return_without_reason': { kind: 'invalid', title: '登记退回须写明原因，请补充。' },
  'delivery.unknown': { kind: 'not-found', title: '没有找到这次送达或它的签名，请刷新查看。' },
} as const;

export const deliveryError = errorsOf(deliveryErrors);
