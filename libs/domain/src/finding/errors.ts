import { errorsOf } from '../domain-error.js';

export const findingErrors = {
  'finding.filter_unknown': {
    kind: 'not-found',
    title: '没有这个常用筛选，可能已被删除，请刷新后重试。',
  },
  'finding.filter_name_taken': {
    kind: 'conflict',
    title: '您已有同名的常用筛选，请换一个名称。',
  },
  'finding.too_many_filters': {
    kind: 'conflict',
    title: '常用筛选最多保存 50 个，请先删除不用的。',
  },
  'finding.export_unknown': {
    kind: 'not-found',
    title: '没有这次导出，可能已过期删除，请重新导出。',
  },
  'finding.export_not_ready': {
    kind: 'conflict',
    title: '文件还没有生成，请等进度走完后下载。',
  },
  'finding.export_over': { kind: 'conflict', title: '这次导出已经结束，不能再取消。' },
  'finding.exports_waiting': {
    kind: 'conflict',
    title: '您已有 3 个导出在排队，请等完成或取消后再导出。',
  },
} as const;

export type FindingErrorCode = keyof typeof findingErrors;

export const findingError = errorsOf(findingErrors);
