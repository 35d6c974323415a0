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
/** R51: who decides in a section's name, the section, and who watches both. */
const FILERS: readonly Role[] = [...COUNTER_ROLES, ...SECTIONS, ...WATCHERS];
/** R63: who stands where people ask. */
const RECEPTION: readonly Role[] = [...COUNTER_ROLES, 'GUIDE'];
/** R72: who may be handed what somebody else was asked. */
const DUTY_HOLDERS: readonly Role[] = [...WORKERS, 'GUIDE'];
const RECEPTION_READERS: readonly Role[] = [...RECEPTION, 'DISTRICT_SUPERVISOR', 'INSPECTOR'];
const SUPERVISOR: readonly Role[] = ['DISTRICT_SUPERVISOR'];
/** P6: a notice moves legal limits, so the district's office enters it; who runs the system sees that it is there. */
const CALENDAR_READERS: readonly Role[] = [...SUPERVISOR, 'SYSTEM_ADMINISTRATOR'];
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
  'authorisation.attachDocument': { who: ['SECTION_HEAD'], title: '上传授权文件' },
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

  'case.search': { who: READERS, title: '一框查找办件' },
  'filter.read': { who: READERS, title: '查看常用筛选' },
  'filter.keep': { who: READERS, title: '保存、修改、删除常用筛选' },
  'worklist.read': { who: WORKERS, title: '查看待办清单' },
  'export.read': { who: READERS, title: '查看、下载本人的导出' },
  'export.request': { who: READERS, title: '导出清单' },
  'export.cancel': { who: READERS, title: '取消本人的导出' },
  'application.register': { who: COUNTER_ROLES, title: '多事项并联收件登记' },
  'application.read': { who: READERS, title: '查看并联申请' },
  'agent.attachLetter': { who: COUNTER_ROLES, title: '上传授权委托书' },
  'agent.readLetter': { who: WORKERS, title: '下载授权委托书' },
  'tracking.read': { who: READERS, title: '查看跟办情况' },
  'tracking.name': { who: COUNTER_ROLES, title: '指定跟办人' },
  'tracking.tell': { who: [...COUNTER_ROLES, 'GUIDE'], title: '填写进度消息' },
  'appointment.slots': { who: 'ANYONE', title: '查看可预约时段' },
  'appointment.book': { who: 'ANYONE', title: '预约办理' },
  'appointment.own': { who: 'ANYONE', title: '凭预约码查看、取消预约' },
  'appointment.list': { who: [...COUNTER_ROLES, 'GUIDE'], title: '查看本单位的预约' },
  'appointment.bookFor': { who: [...COUNTER_ROLES, 'GUIDE'], title: '代群众预约' },
  'appointment.checkIn': { who: [...COUNTER_ROLES, 'GUIDE'], title: '预约签到' },
  'appointment.cancelFor': { who: [...COUNTER_ROLES, 'GUIDE'], title: '代申请人取消预约' },
  'appointment.register': { who: COUNTER_ROLES, title: '预约转为办件' },
  'appointment.set': { who: ['CENTRE_ADMINISTRATOR'], title: '设置预约人数和天数' },
  'preregistration.send': { who: 'ANYONE', title: '网上预登记' },
  'preregistration.list': { who: [...COUNTER_ROLES, 'GUIDE'], title: '查看本单位的预登记' },
  'preregistration.open': { who: COUNTER_ROLES, title: '打开预登记及其文件' },
  'preregistration.register': { who: COUNTER_ROLES, title: '预登记转为办件' },
  'homeVisit.list': { who: [...COUNTER_ROLES, 'GUIDE'], title: '查看本单位的上门办理' },
  'homeVisit.request': { who: [...COUNTER_ROLES, 'GUIDE'], title: '登记上门办理' },
  'homeVisit.assign': { who: COUNTER_ROLES, title: '安排上门办理' },
  'homeVisit.route': { who: COUNTER_ROLES, title: '打印上门路线单（含完整地址和电话）' },
  'homeVisit.end': { who: COUNTER_ROLES, title: '登记上门结果' },
  'homeVisit.register': { who: COUNTER_ROLES, title: '上门办理转为办件' },
  'live.listen': { who: READERS, title: '接收实时更新' },
  'paper.verify': { who: 'ANYONE', title: '凭验证码核验文书' },
  'paper.list': { who: READERS, title: '查看办件文书' },
  'paper.issue': { who: COUNTER_ROLES, title: '出具文书' },
  'paper.read': { who: WORKERS, title: '查看文书正文（含申请人姓名）' },
  'paper.print': { who: WORKERS, title: '打印文书' },
  'paper.withdraw': { who: COUNTER_ROLES, title: '作废文书' },
  'custody.read': { who: READERS, title: '查看材料原件的流转' },
  'custody.take': { who: COUNTER_ROLES, title: '接收材料原件' },
  'custody.handOver': { who: WORKERS, title: '移交材料原件' },
  'custody.accept': { who: WORKERS, title: '签收或退回移交的原件' },
  'custody.giveBack': { who: COUNTER_ROLES, title: '退还材料原件' },
  'custody.archive': { who: WORKERS, title: '材料原件归档' },
  'filing.list': { who: FILERS, title: '查看每周备案' },
  'filing.acknowledge': { who: SECTIONS, title: '确认备案' },
  'filing.ask': { who: SECTIONS, title: '对备案提出疑问' },
  'filing.answer': { who: COUNTER_ROLES, title: '答复备案疑问' },

  'delivery.list': { who: [...COUNTER_ROLES, ...WATCHERS], title: '查看待领取的结果' },
  'delivery.read': { who: READERS, title: '查看送达经过' },
  'delivery.signature': { who: COUNTER_ROLES, title: '查看领取人签名' },
  'delivery.handOver': { who: COUNTER_ROLES, title: '当面交付结果' },
  'delivery.send': { who: COUNTER_ROLES, title: '邮寄、上门送达并登记签收' },
  'delivery.remind': { who: COUNTER_ROLES, title: '登记领取提醒' },
  'servicePromise.read': { who: 'ANYONE', title: '查看中心的服务承诺' },
  'servicePromise.list': { who: PUBLICISTS, title: '查看服务承诺的发布记录' },
  'servicePromise.publish': { who: ['CENTRE_ADMINISTRATOR'], title: '发布本中心的服务承诺' },

  'archive.list': { who: [...COUNTER_ROLES, ...WATCHERS], title: '查看档案目录与销毁清册' },
  'archive.verify': {
    who: ['CENTRE_ADMINISTRATOR', 'DISTRICT_SUPERVISOR', 'AUDITOR'],
    title: '校验档案包',
  },
  'archive.download': { who: ['CENTRE_ADMINISTRATOR'], title: '调阅档案包（须写明事由）' },
  'archive.setRetention': { who: SUPERVISOR, title: '设定事项档案的保管期限' },
  'archive.proposeDestruction': { who: ['CENTRE_ADMINISTRATOR'], title: '编制档案销毁清册' },
  'archive.decideDestruction': { who: SUPERVISOR, title: '审批档案销毁' },
  'calendar.read': { who: 'ANYONE', title: '查看工作日历' },
  'calendar.listChanges': { who: CALENDAR_READERS, title: '查看历次放假安排' },
  'calendar.listMoves': { who: SUPERVISOR, title: '查看日历变更影响的时限' },
  'calendar.change': { who: SUPERVISOR, title: '导入、试算、启用放假安排' },
  'consultation.list': {
    who: [...DUTY_HOLDERS, 'DISTRICT_SUPERVISOR', 'INSPECTOR'],
    title: '查看咨询',
  },
  'consultation.record': { who: RECEPTION, title: '登记咨询' },
  'consultation.answer': { who: DUTY_HOLDERS, title: '答复咨询' },
  'consultation.handOver': { who: DUTY_HOLDERS, title: '移交咨询、撤回移交' },
  'consultation.accept': { who: DUTY_HOLDERS, title: '接收移交的咨询' },
  'consultation.decline': { who: DUTY_HOLDERS, title: '退回移交的咨询' },
  'consultation.draft': { who: COUNTER_ROLES, title: '在窗口打开咨询（含联系方式）' },
  'consultation.openCase': { who: COUNTER_ROLES, title: '咨询转为办件' },
  'consultation.statistics': { who: RECEPTION_READERS, title: '查看咨询统计' },
  'ticket.list': { who: RECEPTION_READERS, title: '查看排队情况' },
  'ticket.take': { who: RECEPTION, title: '取号' },
  'ticket.call': { who: COUNTER_ROLES, title: '叫号' },
  'ticket.recall': { who: COUNTER_ROLES, title: '重新叫号' },
  'ticket.start': { who: COUNTER_ROLES, title: '开始接待' },
  'ticket.skip': { who: COUNTER_ROLES, title: '过号' },
  'ticket.transfer': { who: COUNTER_ROLES, title: '转到其他窗口' },
  'ticket.finish': { who: COUNTER_ROLES, title: '结束接待' },
  'ticket.requeue': { who: COUNTER_ROLES, title: '过号后重新排队' },
  'ticket.statistics': { who: RECEPTION_READERS, title: '查看排队统计' },
  'hall.display': { who: 'ANYONE', title: '大厅叫号屏' },
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
