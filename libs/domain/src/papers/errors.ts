import { errorsOf } from '../domain-error.js';

export const paperErrors = {
  'paper.unknown': { kind: 'not-found', title: '没有找到这份文书，请刷新后重试。' },
  'paper.not_yours': {
    kind: 'forbidden',
    title: '文书由收件的窗口出具，请转回收件窗口办理。',
  },
  'paper.not_called_for': {
    kind: 'conflict',
    title: '办件现在的状态不出具这种文书，请刷新后从页面列出的文书中选择。',
  },
  'paper.issued_already': {
    kind: 'conflict',
    title: '这份文书已经出具，需要时请重新打印；内容有误的，先作废再重新出具。',
  },
  'paper.withdrawn_already': { kind: 'conflict', title: '这份文书已经作废，不必重复作废。' },
  'paper.is_withdrawn': {
    kind: 'conflict',
    title: '这份文书已经作废，不能再打印，请重新出具后打印。',
  },
  'paper.verification_not_found': {
    kind: 'not-found',
    title: '没有查到这份文书，请核对文书上的验证码，或拨打监督电话核实。',
  },
} as const;

export const paperError = errorsOf(paperErrors);
