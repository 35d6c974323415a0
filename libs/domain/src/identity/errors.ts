import { errorsOf } from '../domain-error.js';

export const identityErrors = {
  'identity.sign_in_required': {
    kind: 'unauthenticated',
    title: '登录已失效或尚未登录，请重新登录。',
  },
  'identity.credentials_wrong': {
    kind: 'unauthenticated',
    title: '账号或密码不正确，请核对后重新输入。',
  },
  'identity.locked': {
    kind: 'throttled',
    title: '连续多次输错密码，账号已临时锁定，请稍后再试；忘记密码请联系管理员。',
  },
  'identity.demo_account_refused': {
    kind: 'forbidden',
    title: '演示账号不能在正式环境登录，请使用正式账号。',
  },
  'identity.not_allowed': {
    kind: 'forbidden',
    title: '您的岗位没有这项权限，如需办理请联系中心管理员。',
  },
} as const;

export const identityError = errorsOf(identityErrors);
