import { errorsOf } from '../domain-error.js';

/** Combing the lists of the streets (梳理, R30). */
export const combingErrors = {
  'combing.area_unknown': {
    kind: 'invalid',
    title: '没有这个镇（街道）、社区（村），请从列表中选择。',
  },
  'combing.level_not_of_area': {
    kind: 'invalid',
    title: '社区（村）的清单只含社区级事项，请把清单范围改为社区级。',
  },
  'combing.import_unknown': {
    kind: 'not-found',
    title: '没有这次导入，请从导入记录中重新打开。',
  },
  'combing.import_over': {
    kind: 'conflict',
    title: '这次导入已经结束，不能再取消；需要更正的请重新导入清单。',
  },
  'combing.no_returned_sheet': {
    kind: 'not-found',
    title: '这次导入没有需要退回改正的单元格。',
  },
  'combing.list_empty': {
    kind: 'invalid',
    title: '清单里没有任何事项，原清单保持不变；请填写后重新导入。',
  },
  'combing.gave_up': {
    kind: 'conflict',
    title: '导入多次中断，已停止处理，清单没有改动；请稍后重新导入。',
  },
  'combing.entry_unknown': {
    kind: 'not-found',
    title: '清单中没有这一行，可能已被新的清单替换，请刷新后再看。',
  },
  'combing.entry_settled': {
    kind: 'conflict',
    title: '这一行刚刚已由他人认定，请刷新后再看。',
  },
  'combing.item_unknown': {
    kind: 'invalid',
    title: '没有这个标准事项，请从列表中重新选择。',
  },
  'combing.item_taken': {
    kind: 'conflict',
    title: '这份清单已有另一行对应这个标准事项，请改选其他事项，或去除这一行。',
  },
  'combing.extra_taken': {
    kind: 'conflict',
    title: '这份清单已有一个同名的非标准事项，请去除重复的一行。',
  },
  'combing.cell_unknown': {
    kind: 'not-found',
    title: '没有这个镇街的清单或这个事项，请刷新一致性矩阵后再打开。',
  },
  'combing.cell_changed': {
    kind: 'conflict',
    title: '这一格刚刚发生了变化，请看清后再作决定。',
  },
  'combing.nothing_to_decide': {
    kind: 'conflict',
    title: '这一格现在不需要这样处理，请刷新后按页面上的按钮办理。',
  },
  'combing.field_unknown': {
    kind: 'invalid',
    title: '标准中没有这个可修改的栏目，请从差异中选择。',
  },
} as const;

export const combingError = errorsOf(combingErrors);
