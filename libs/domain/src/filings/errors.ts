import { errorsOf } from '../domain-error.js';

export const filingErrors = {
  'filing.unknown': { kind: 'not-found', title: '没有找到这份备案清单，请从备案列表中打开。' },
  'filing.row_unknown': { kind: 'not-found', title: '清单中没有这一行，请刷新后从清单中选择。' },
  'filing.stale': {
    kind: 'conflict',
    title: '备案清单刚刚已被他人更新，请刷新页面、看清最新情况后再操作。',
  },
  'filing.acknowledged_already': { kind: 'conflict', title: '本清单已经确认备案，不必再操作。' },
  'filing.query_open': {
    kind: 'conflict',
    title: '清单中还有未答复的疑问，请等中心答复后再确认备案。',
  },
  'filing.query_open_already': {
    kind: 'conflict',
    title: '这一行已有一条未答复的疑问，请等中心答复后再提出。',
  },
  'filing.nothing_asked': { kind: 'conflict', title: '这一行没有待答复的疑问，请刷新查看。' },
  'filing.not_yours': {
    kind: 'forbidden',
    title: '确认备案和提出疑问由收到清单的科室办理，答复由报送清单的中心办理。',
  },
} as const;

export const filingError = errorsOf(filingErrors);
