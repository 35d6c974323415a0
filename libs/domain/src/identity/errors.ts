import { errorsOf } from '../domain-error.js';

const signingIn = {
  'identity.sign_in_required': {
    kind: 'unauthenticated',
    title: '登录已失效或尚未登录，请重新登录。',
  },
  'identity.credentials_wrong': {
    kind: 'unauthenticated',
    title: '账号或密码不正确，请核对后重新输入。',
  },
  'identity.second_factor_required': {
    kind: 'unauthenticated',
    title: '该账号已启用动态验证码，请输入验证器中的 6 位数字后再登录。',
  },
  'identity.code_wrong': {
    kind: 'unauthenticated',
    title: '动态验证码不正确或已用过，请等待下一个验证码后重新输入。',
  },
  'identity.refresh_in_progress': {
    kind: 'unauthenticated',
    title: '登录正在另一个页面续期，请稍后重试。',
  },
  'identity.locked': {
    kind: 'throttled',
    title: '连续多次输错密码，账号已临时锁定，请稍后再试；忘记密码请联系管理员。',
  },
  'identity.demo_account_refused': {
    kind: 'forbidden',
    title: '演示账号不能在正式环境登录，请使用正式账号。',
  },
  'identity.oidc_not_offered': {
    kind: 'not-found',
    title: '本系统没有启用统一身份认证，请用账号和密码登录。',
  },
  'identity.oidc_unavailable': {
    kind: 'conflict',
    title: '统一身份认证暂时无法连接，请稍后再试或用账号和密码登录。',
  },
  'identity.oidc_failed': {
    kind: 'unauthenticated',
    title: '统一身份认证没有完成，请重新登录。',
  },
  'identity.oidc_unknown': {
    kind: 'unauthenticated',
    title: '该统一身份尚未关联本系统账号，请联系安全管理员关联后再登录。',
  },
} as const;

const standing = {
  'identity.not_allowed': {
    kind: 'forbidden',
    title: '您的岗位没有这项权限，如需办理请联系中心管理员。',
  },
  'identity.password_change_needed': {
    kind: 'forbidden',
    title: '您使用的是一次性密码或需要更换密码，请先修改密码。',
  },
  'identity.second_factor_needed': {
    kind: 'forbidden',
    title: '管理员须先启用动态验证码，请绑定验证器后再操作。',
  },
  'identity.second_factor_code_needed': {
    kind: 'forbidden',
    title: '本次登录还没有输入动态验证码，请输入后再操作。',
  },
} as const;

const ownAccount = {
  'identity.password_wrong': { kind: 'invalid', title: '原密码不正确，请重新输入。' },
  'identity.password_refused': { kind: 'invalid', title: '新密码不符合要求，请按提示修改。' },
  'identity.code_not_accepted': {
    kind: 'invalid',
    title: '验证码不正确或已用过，请等待下一个验证码后重新输入。',
  },
  'identity.second_factor_on_already': {
    kind: 'conflict',
    title: '动态验证码已经启用；更换设备请先停用，管理员请联系另一位安全管理员重置。',
  },
  'identity.second_factor_not_begun': {
    kind: 'conflict',
    title: '还没有生成验证器密钥，请先开始绑定。',
  },
  'identity.second_factor_not_on': { kind: 'conflict', title: '动态验证码没有启用，不必操作。' },
  'identity.second_factor_compulsory': {
    kind: 'forbidden',
    title: '系统、安全、审计管理员必须使用动态验证码，不能停用；更换设备请由另一位安全管理员重置。',
  },
  'identity.session_unknown': {
    kind: 'not-found',
    title: '没有找到这次登录，可能已经退出，请刷新列表。',
  },
} as const;

const otherAccounts = {
  'identity.account_unknown': {
    kind: 'not-found',
    title: '没有找到这个账号，或不在您管理的区域内，请核对后重试。',
  },
  'identity.account_stale': {
    kind: 'conflict',
    title: '账号刚刚已被他人修改，请刷新后再改。',
  },
  'identity.own_account': {
    kind: 'forbidden',
    title: '不能管理自己的账号和权限，请由另一位安全管理员办理。',
  },
  'identity.login_name_taken': { kind: 'conflict', title: '这个账号名已被使用，请换一个。' },
  'identity.unit_unknown': {
    kind: 'invalid',
    title: '没有这个单位，或不在您管理的区域内，请重新选择。',
  },
  'identity.period_invalid': {
    kind: 'invalid',
    title: '结束时间应晚于开始时间和现在，请重新填写。',
  },
  'identity.administrators_apart': {
    kind: 'conflict',
    title:
      '系统、安全、审计三类管理员须由不同的人担任，且不得兼任其他岗位；请先收回冲突的岗位，或另建账号。',
  },
  'identity.role_held_already': {
    kind: 'conflict',
    title: '该账号在这段时间已有这个岗位，请调整时间或先收回原授权。',
  },
  'identity.grant_unknown': {
    kind: 'not-found',
    title: '没有找到这项授权，可能已被收回，请刷新后查看。',
  },
  'identity.external_identity_taken': {
    kind: 'conflict',
    title: '这个统一身份已关联其他账号，请先解除原关联。',
  },
  'identity.external_identity_unknown': {
    kind: 'not-found',
    title: '没有找到这个关联，可能已被解除，请刷新后查看。',
  },
  'identity.first_administrator_exists': {
    kind: 'conflict',
    title: '已有在用的安全管理员，请由其在系统内建立账号。',
  },
} as const;

export const identityErrors = {
  ...signingIn,
  ...standing,
  ...ownAccount,
  ...otherAccounts,
} as const;

export const identityError = errorsOf(identityErrors);
