import { errorsOf } from '../domain-error.js';

export const workflowErrors = {
  'case.unknown': { kind: 'not-found', title: '没有找到这个办件，请核对办件编号。' },
  'case.stale': {
    kind: 'conflict',
    title: '办件刚刚已被他人更新，请刷新页面、看清最新情况后再操作。',
  },
  'case.verb_not_allowed_in_state': {
    kind: 'conflict',
    title: '办件现在的状态不能做这个操作，请刷新后按页面上的按钮办理。',
  },
  'case.verb_not_allowed_at_stage': {
    kind: 'conflict',
    title: '办件现在的环节不能做这个操作，请刷新后按页面上的按钮办理。',
  },
  'case.not_yours': {
    kind: 'forbidden',
    title: '这个操作应由负责当前环节的单位或人员办理，您不能代办。',
  },
  'case.task_claimed_by_other': {
    kind: 'conflict',
    title: '该环节已由他人认领，请刷新查看办理人。',
  },
  'case.supplement_requested_already': {
    kind: 'conflict',
    title: '本办件已作过一次性告知；确有新情况的，由中心负责人写明新情况后再次告知。',
  },
  'case.task_unknown': {
    kind: 'conflict',
    title: '这个环节已经办完或不属于本办件，请刷新后再选。',
  },
  'case.recused': { kind: 'conflict', title: '您已对本办件回避，请由其他同事办理。' },
  'case.colleague_unsuitable': {
    kind: 'invalid',
    title: '所选人员不能办理这个环节，请从本单位在岗且未回避的人员中选择。',
  },
  'case.help_asked_already': {
    kind: 'conflict',
    title: '已请这位同事协办，请等待其意见。',
  },
  'case.returned_already': {
    kind: 'conflict',
    title: '本办件已退回过窗口一次，不得再次退回；请办理或依法终止。',
  },
  'case.extended_already': { kind: 'conflict', title: '本办件已延长过一次，不得再次延长。' },
  'case.no_limit_to_extend': {
    kind: 'conflict',
    title: '本办件没有承诺时限或法定时限，不需要延长。',
  },
  'case.extension_too_long': {
    kind: 'invalid',
    title: '延长的天数超过规定，请改在允许的天数以内。',
  },
  'case.reason_missing': { kind: 'invalid', title: '请写明理由后再提交。' },
  'case.remedy_missing': {
    kind: 'invalid',
    title: '不予受理应写明理由和救济途径，请补充后再提交。',
  },
  'case.not_closed': { kind: 'conflict', title: '只有已结束的办件才能更正，请先办结。' },
  'case.corrected_already': {
    kind: 'conflict',
    title: '本办件已有更正件，请在更正件上办理。',
  },
  'case.supplement_lists_nothing': {
    kind: 'invalid',
    title: '一次性告知书没有列出缺少的材料，请一次列全后再发出。',
  },
  'case.materials_missing': {
    kind: 'conflict',
    title: '必备材料尚未收齐，请收齐后再受理，或发出一次性告知。',
  },
  'case.rejection_without_reason': {
    kind: 'invalid',
    title: '作出不予决定应写明理由和救济途径，请补充后再提交。',
  },
  'case.not_issued': { kind: 'conflict', title: '结果文书尚未出证，请先出证再送达。' },
  'case.issued_already': { kind: 'conflict', title: '结果文书已经出证，不必重复出证。' },
  'case.special_procedure_unknown': {
    kind: 'invalid',
    title: '该事项没有这种特别程序，请从列出的特别程序中选择。',
  },
  'case.delivery_method_not_offered': {
    kind: 'invalid',
    title: '该事项不支持这种送达方式，请从列出的方式中选择。',
  },
  'case.unit_missing': {
    kind: 'conflict',
    title: '承办该事项的科室或部门还没有设置，请联系区政务办先行设置。',
  },
} as const;

export const workflowError = errorsOf(workflowErrors);
