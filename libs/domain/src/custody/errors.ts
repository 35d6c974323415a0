import { errorsOf } from '../domain-error.js';

export const custodyErrors = {
  'custody.counter_only': {
    kind: 'forbidden',
    title: '材料原件由收件的窗口接收和退还，请转回收件窗口办理。',
  },
  'custody.nothing_to_take': {
    kind: 'invalid',
    title: '所选材料不在清单中，或者不要求原件，请从页面列出的材料中选择。',
  },
  'custody.taken_already': {
    kind: 'conflict',
    title: '所选材料的原件已经接收、尚未退还，请刷新后重新选择。',
  },
  'custody.not_in_hand': {
    kind: 'conflict',
    title: '所选原件现在不在本单位手中，或者已交出、待对方签收，请刷新后重新选择。',
  },
  'custody.receiver_unknown': {
    kind: 'invalid',
    title: '原件只能移交给承办本办件的其他单位，请从页面列出的单位中选择。',
  },
  'custody.handover_unknown': { kind: 'not-found', title: '没有找到这次移交，请刷新后重试。' },
  'custody.handover_answered': {
    kind: 'conflict',
    title: '这次移交已经签收或者退回，请刷新查看。',
  },
  'custody.not_the_receiver': {
    kind: 'forbidden',
    title: '原件由接收单位的人员签收，您不能代签。',
  },
  'custody.case_is_open': {
    kind: 'conflict',
    title: '办件尚未办结，原件不能归档，请办结后再归档或者退还申请人。',
  },
} as const;

export const custodyError = errorsOf(custodyErrors);
