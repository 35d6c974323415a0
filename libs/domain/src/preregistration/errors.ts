import { errorsOf } from '../domain-error.js';

/** Why a preregistration cannot be sent in or opened, and how to mend it. */
export const preregistrationErrors = {
  'preregistration.unknown': {
    kind: 'not-found',
    title: '没有查到预登记，请核对预登记码；过期的预登记已经删除，请重新填写。',
  },
  'preregistration.over': {
    kind: 'conflict',
    title: '这份预登记已经办理或已过期，不能再修改，请重新填写或到窗口办理。',
  },
  'preregistration.too_many_open': {
    kind: 'conflict',
    title: '您还有三份预登记没有办理，请先到窗口办理，再提交新的预登记。',
  },
  'preregistration.too_many': {
    kind: 'throttled',
    title: '今天从这个网络地址提交的预登记过多，请明天再试，或到窗口直接办理。',
  },
  'preregistration.files_full': {
    kind: 'conflict',
    title: '上传的文件已达到上限，请删减后到窗口补交其余材料。',
  },
} as const;

export type PreregistrationErrorCode = keyof typeof preregistrationErrors;

export const preregistrationError = errorsOf(preregistrationErrors);
