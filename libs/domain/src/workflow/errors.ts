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
    title: '本办件已作过一次性告知，不得再次要求补正。',
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
