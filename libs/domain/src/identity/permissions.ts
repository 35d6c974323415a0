import { COUNTER_ROLES, ROLES, type Actor, type Role } from './roles.js';

/** Who may do an action at all; which rows of it they reach is a matter of their scope. */
export interface Permission {
  /** `ANYONE` needs no sign-in, `SIGNED_IN` any valid session, else one of the roles. */
  who: 'ANYONE' | 'SIGNED_IN' | readonly Role[];
  /** What the published matrix calls it. */
  title: string;
  /** Open to somebody who has still to give the second factor or to change a one-time password. */
  beforeSecondFactor?: true;
}

const SECTIONS: readonly Role[] = ['SECTION_HANDLER', 'SECTION_HEAD'];
/** Posts that work on a stage of a case. */
const WORKERS: readonly Role[] = [...COUNTER_ROLES, ...SECTIONS, 'DEPARTMENT_APPROVER'];
/** Who heads a unit that works on a stage of a case. */
const HEADS: readonly Role[] = ['CENTRE_ADMINISTRATOR', 'SECTION_HEAD', 'DEPARTMENT_APPROVER'];
const WATCHERS: readonly Role[] = ['DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR'];
const READERS: readonly Role[] = [...WORKERS, 'GUIDE', ...WATCHERS];
/** R30: the district's office compiles and publishes, the lead departments review. */
const COMPILERS: readonly Role[] = ['DISTRICT_SUPERVISOR'];
const REVIEWERS: readonly Role[] = ['DEPARTMENT_APPROVER'];
const LISTMAKERS: readonly Role[] = [...COMPILERS, ...REVIEWERS];
/** R36: who posts items records it; the district watches over all of it. */
const PUBLICISTS_OF_CENTRES: readonly Role[] = ['CENTRE_ADMINISTRATOR', 'DISTRICT_SUPERVISOR'];
const PUBLICISTS: readonly Role[] = [...PUBLICISTS_OF_CENTRES, 'INSPECTOR'];
/** R34: who compares the lists of the streets; the administrator of a centre sees the own street. */
const COMPARERS: readonly Role[] = [...LISTMAKERS, 'INSPECTOR', 'CENTRE_ADMINISTRATOR'];
/** R44: what a hall offers is managed by its administrator and by the district's office. */
const HALL_MANAGERS: readonly Role[] = ['CENTRE_ADMINISTRATOR', 'DISTRICT_SUPERVISOR'];
const SUPERVISOR: readonly Role[] = ['DISTRICT_SUPERVISOR'];
const SECURITY: readonly Role[] = ['SECURITY_ADMINISTRATOR'];
const AUDIT: readonly Role[] = ['AUDITOR'];

/**
 * The permission matrix (design §6): every endpoint declares one of these actions, and the guard knows
 * no other source. A right that is not in here does not exist.
 */
export const PERMISSIONS = {
  'health.read': { who: 'ANYONE', title: '查看运行状况' },
  'area.list': { who: 'ANYONE', title: '查看行政区划' },
  'unit.list': { who: 'ANYONE', title: '查看单位' },
  'item.read': { who: 'ANYONE', title: '查看事项与办事指南' },
  'due.compute': { who: 'ANYONE', title: '计算到期时刻' },
  'progress.read': { who: 'ANYONE', title: '凭编号查进度' },

  'session.ways': { who: 'ANYONE', title: '查看登录方式' },
  'session.open': { who: 'ANYONE', title: '登录' },
  'session.refresh': { who: 'ANYONE', title: '凭续期令牌续期登录' },
  'session.openByProvider': { who: 'ANYONE', title: '通过统一身份认证登录' },
  'session.prove': { who: 'SIGNED_IN', title: '输入动态验证码', beforeSecondFactor: true },
  'session.close': { who: 'SIGNED_IN', title: '退出登录', beforeSecondFactor: true },
  'session.list': { who: 'SIGNED_IN', title: '查看本人的登录' },
  'session.revoke': { who: 'SIGNED_IN', title: '结束本人的其他登录' },
  'me.read': { who: 'SIGNED_IN', title: '查看本人账号', beforeSecondFactor: true },
  'me.changePassword': { who: 'SIGNED_IN', title: '修改本人密码', beforeSecondFactor: true },
  'me.setSecondFactor': { who: 'SIGNED_IN', title: '启用动态验证码', beforeSecondFactor: true },
  'me.dropSecondFactor': { who: 'SIGNED_IN', title: '停用动态验证码（三类管理员除外）' },

  'case.list': { who: READERS, title: '查看办件清单' },
  'case.read': { who: READERS, title: '查看办件' },
  'case.preview': { who: COUNTER_ROLES, title: '受理前预览路径与时限' },
  'case.register': { who: COUNTER_ROLES, title: '收件登记' },
  'case.requestSupplement': { who: COUNTER_ROLES, title: '一次性告知' },
  'case.supplement': { who: COUNTER_ROLES, title: '补正收件' },
  'case.accept': { who: COUNTER_ROLES, title: '受理' },
  'case.refuse': { who: COUNTER_ROLES, title: '不予受理' },
  'case.transfer': { who: COUNTER_ROLES, title: '转办' },
  'case.claim': { who: WORKERS, title: '认领' },
  'case.complete': { who: WORKERS, title: '完成环节' },
  'case.suspend': { who: WORKERS, title: '启动特别程序' },
  'case.resume': { who: WORKERS, title: '恢复办理' },
  'case.upload': { who: WORKERS, title: '上传上级' },
  'case.decide': { who: WORKERS, title: '办结' },
  'case.issue': { who: COUNTER_ROLES, title: '出证' },
  'case.deliver': { who: COUNTER_ROLES, title: '送达' },
  'case.withdraw': { who: COUNTER_ROLES, title: '申请人撤回' },
  'case.terminate': { who: WORKERS, title: '终止办理' },
  'case.archive': { who: COUNTER_ROLES, title: '归档' },
  'material.list': { who: READERS, title: '查看材料清单' },
  'material.receive': { who: COUNTER_ROLES, title: '登记纸质材料' },
  'material.attach': { who: COUNTER_ROLES, title: '上传材料文件' },
  'material.download': { who: WORKERS, title: '下载材料文件' },
  'applicant.read': { who: READERS, title: '查看申请人（脱敏）' },
  'applicant.unmask': { who: WORKERS, title: '查看申请人完整信息（须说明理由）' },
  'applicant.search': { who: WORKERS, title: '按证件号或电话精确查找办件' },
  'receipt.read': { who: [...COUNTER_ROLES, 'GUIDE'], title: '打印收件凭证' },
  'task.list': { who: WORKERS, title: '查看本单位办理环节' },
  'deadline.list': { who: READERS, title: '查看时限与超期' },
  'deadline.explain': { who: READERS, title: '逐日说明时限' },

  'draft.read': { who: LISTMAKERS, title: '查看编制中的事项' },
  'draft.compose': { who: COMPILERS, title: '新增或修订事项' },
  'draft.edit': { who: COMPILERS, title: '修改编制中的事项' },
  'draft.submit': { who: COMPILERS, title: '提交事项审核' },
  'draft.return': { who: REVIEWERS, title: '退回事项反馈' },
  'draft.approve': { who: REVIEWERS, title: '审核通过事项' },
  'draft.publish': { who: COMPILERS, title: '公布事项' },
  'draft.discard': { who: COMPILERS, title: '废弃事项草稿' },
  'draft.comment': { who: LISTMAKERS, title: '对事项逐项提意见' },

  'book.read': { who: 'ANYONE', title: '查看、下载标准化规范' },
  'book.compile': { who: COMPILERS, title: '编制标准化规范' },
  'item.retire': { who: COMPILERS, title: '停用事项' },
  'publication.list': { who: PUBLICISTS, title: '查看公示登记' },
  'publication.record': { who: PUBLICISTS_OF_CENTRES, title: '登记事项公示' },
  'streetList.read': { who: COMPILERS, title: '查看镇街清单及其导入' },
  'streetList.import': { who: COMPILERS, title: '导入镇街清单' },
  'streetList.settle': { who: COMPILERS, title: '认定清单中的待定事项' },
  'consistency.read': { who: COMPARERS, title: '查看一致性矩阵' },
  'consistency.decide': { who: COMPILERS, title: '处理镇街清单与标准的差异' },
  'offering.list': { who: READERS, title: '查看进驻事项' },
  'offering.offer': { who: HALL_MANAGERS, title: '登记事项进驻' },
  'offering.changeLocal': { who: HALL_MANAGERS, title: '修改事项本地内容' },
  'offering.withdraw': { who: HALL_MANAGERS, title: '事项退出进驻' },
  'offering.clone': { who: SUPERVISOR, title: '复制试点模板到其他中心' },
  'offering.undoClone': { who: SUPERVISOR, title: '撤销复制的试点模板' },
  'coverage.read': { who: [...HALL_MANAGERS, 'INSPECTOR'], title: '查看应进必进情况' },
  'exception.list': { who: [...HALL_MANAGERS, 'INSPECTOR'], title: '查看不进驻申请' },
  'exception.request': { who: HALL_MANAGERS, title: '申请事项不进驻' },
  'exception.decide': { who: SUPERVISOR, title: '审批不进驻申请' },
  'readiness.check': { who: HALL_MANAGERS, title: '登记专网条件' },
  'authorisation.list': {
    who: [...COUNTER_ROLES, ...SECTIONS, 'DISTRICT_SUPERVISOR', 'INSPECTOR'],
    title: '查看授权委托',
  },
  'authorisation.grant': { who: ['SECTION_HEAD'], title: '授权中心办理事项' },
  'authorisation.revoke': { who: ['SECTION_HEAD'], title: '收回授权委托' },

  'account.list': { who: SECURITY, title: '查看辖区内的账号' },
  'account.read': { who: SECURITY, title: '查看账号及其授权' },
  'account.create': { who: SECURITY, title: '建立账号' },
  'account.change': { who: SECURITY, title: '修改、停用、启用账号' },
  'account.resetPassword': { who: SECURITY, title: '重置密码（一次性密码）' },
  'account.resetSecondFactor': { who: SECURITY, title: '重置动态验证码' },
  'account.listSessions': { who: SECURITY, title: '查看账号的登录' },
  'account.revokeSession': { who: SECURITY, title: '结束账号的登录' },
  'account.link': { who: SECURITY, title: '关联统一身份' },
  'account.unlink': { who: SECURITY, title: '解除统一身份关联' },
  'role.grant': { who: SECURITY, title: '授予岗位' },
  'role.revoke': { who: SECURITY, title: '收回岗位' },
  'audit.read': { who: AUDIT, title: '查看审计记录' },
  'audit.verify': { who: AUDIT, title: '校验审计链' },
  'audit.export': { who: AUDIT, title: '导出审计记录' },

  'case.returnToCounter': { who: WORKERS, title: '退回窗口' },
  'case.reassign': { who: HEADS, title: '改派' },
  'case.askHelp': { who: WORKERS, title: '请同事协办' },
  'case.giveHelp': { who: WORKERS, title: '提出协办意见' },
  'case.recuse': { who: WORKERS, title: '回避' },
  'case.extend': { who: HEADS, title: '批准延长期限' },
  'case.colleagues': { who: WORKERS, title: '查看可改派的同事' },
  'case.correct': { who: COUNTER_ROLES, title: '登记更正件' },
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof PERMISSIONS;

export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

export function permissionOf(action: Action): Permission {
  return PERMISSIONS[action];
}

/** No sign-in is asked for. */
export function isOpenToAnyone(action: Action): boolean {
  return permissionOf(action).who === 'ANYONE';
}

/** Whether one of the actor's roles carries the action; the scope decides on which rows. */
export function mayDo(action: Action, actor: Pick<Actor, 'roles'>): boolean {
  const { who } = permissionOf(action);
  return who === 'ANYONE' || who === 'SIGNED_IN' || actor.roles.some((role) => who.includes(role));
}

/** What the actor's roles carry beyond what is open to everybody. */
export function actionsOf(actor: Pick<Actor, 'roles'>): Action[] {
  return ACTIONS.filter(
    (action) => Array.isArray(permissionOf(action).who) && mayDo(action, actor),
  );
}

/** The roles that carry an action, for the published matrix. */
export function rolesOf(action: Action): readonly Role[] {
  return ROLES.filter((role) => mayDo(action, { roles: [role] }));
}
