import { COUNTER_ROLES, ROLES, type Actor, type Role } from './roles.js';

/** Who may do an action at all; which rows of it they reach is a matter of their scope. */
export interface Permission {
  /** `ANYONE` needs no sign-in, `SIGNED_IN` any valid session, else one of the roles. */
  who: 'ANYONE' | 'SIGNED_IN' | readonly Role[];
  /** What the published matrix calls it. */
  title: string;
  /** Open to an administrator who has still to set up the second factor. */
  beforeSecondFactor?: true;
}

const SECTIONS: readonly Role[] = ['SECTION_HANDLER', 'SECTION_HEAD'];
/** Posts that work on a stage of a case. */
const WORKERS: readonly Role[] = [...COUNTER_ROLES, ...SECTIONS, 'DEPARTMENT_APPROVER'];
const WATCHERS: readonly Role[] = ['DISTRICT_SUPERVISOR', 'INSPECTOR', 'AUDITOR'];
const READERS: readonly Role[] = [...WORKERS, 'GUIDE', ...WATCHERS];
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

  'session.open': { who: 'ANYONE', title: '登录' },
  'session.close': { who: 'SIGNED_IN', title: '退出登录', beforeSecondFactor: true },
  'me.read': { who: 'SIGNED_IN', title: '查看本人账号', beforeSecondFactor: true },

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

  'account.list': { who: SECURITY, title: '查看账号' },
  'audit.read': { who: AUDIT, title: '查看与导出审计' },
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

/** The roles that carry an action, for the published matrix. */
export function rolesOf(action: Action): readonly Role[] {
  return ROLES.filter((role) => mayDo(action, { roles: [role] }));
}
