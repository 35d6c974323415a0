import { errorsOf } from '../domain-error.js';

export const catalogErrors = {
  'catalog.item_unknown': {
    kind: 'not-found',
    title: '没有这个事项，请按名称或拼音首字母重新查找。',
  },
  'catalog.not_offered': {
    kind: 'conflict',
    title: '本中心（站）没有进驻这个事项，请引导申请人到已进驻的中心（站）办理。',
  },
  'catalog.book_unknown': {
    kind: 'not-found',
    title: '没有这一版规范，请从规范列表中重新打开。',
  },
  'catalog.book_empty': {
    kind: 'conflict',
    title: '本级还没有现行的事项，请先公布事项再编制规范。',
  },
  'catalog.book_unchanged': {
    kind: 'conflict',
    title: '现行事项与上一版规范的内容完全相同，不必另出新版。',
  },
  'catalog.book_file_not_ready': {
    kind: 'conflict',
    title: '这一版规范的文件正在生成，请稍后再下载。',
  },
  'catalog.book_file_failed': {
    kind: 'conflict',
    title: '这一版规范的文件没有生成，请改下载其他格式，并告知系统管理员。',
  },
  'catalog.item_retired': {
    kind: 'not-found',
    title: '这个事项已停用，不再收件；在办件按原版本继续办理。请按名称查找接替的事项。',
  },
  'catalog.code_taken': {
    kind: 'conflict',
    title: '这个事项编码已被使用，请换一个编码，或修订已有的事项。',
  },
  'catalog.version_unknown': {
    kind: 'not-found',
    title: '没有这个事项版本，请从事项的版本列表中重新打开。',
  },
  'catalog.version_stale': {
    kind: 'conflict',
    title: '这个版本刚刚已被他人更新，请刷新、看清改动后再操作。',
  },
  'catalog.version_verb_not_allowed_in_state': {
    kind: 'conflict',
    title: '这个版本现在的状态不能做这个操作，请刷新后按页面上的按钮办理。',
  },
  'catalog.version_not_yours': {
    kind: 'forbidden',
    title: '编制和公布由区政务办办理，审核由牵头部门办理，请交给相应人员。',
  },
  'catalog.version_needs_other_eyes': {
    kind: 'forbidden',
    title: '编制或提交过这个版本的人不能审核它，请由牵头部门的另一位人员审核。',
  },
  'catalog.version_without_reviewer': {
    kind: 'conflict',
    title: '还没有指定负责审核的牵头部门，请先指定再提交审核。',
  },
  'catalog.version_incomplete': {
    kind: 'conflict',
    title: '事项内容不完整或不符合规则，请按清单逐项补正后再公布。',
  },
  'catalog.version_in_progress': {
    kind: 'conflict',
    title: '这个事项已有一个版本正在编制，请先公布或废弃它，再编制新版本。',
  },
  'catalog.reason_missing': {
    kind: 'invalid',
    title: '请写明理由或修改意见后再提交。',
  },
  'catalog.effective_date_invalid': {
    kind: 'invalid',
    title: '请填写存在的日期，例如2026-12-01。',
  },
  'catalog.effective_date_past': {
    kind: 'invalid',
    title: '生效（停用）日期不能早于办理当天，请改为当天或以后的日期。',
  },
  'catalog.effective_date_not_after_last': {
    kind: 'conflict',
    title: '生效（停用）日期应晚于这个事项上一个已公布版本的生效日期，请改期。',
  },
  'catalog.core_content_locked': {
    kind: 'conflict',
    title:
      '标准内容全区一致，中心（站）只能修改地址、电话、开放时间和窗口；确需修改的请报区政务办修订标准。',
  },
  'catalog.not_local_content': {
    kind: 'invalid',
    title: '本地内容没有这个栏目，请只填写地址、电话、开放时间和窗口。',
  },
  'catalog.authorisation_missing': {
    kind: 'conflict',
    title: '科室没有授权本中心办理这个事项，请先登记授权，或转业务科室办理。',
  },
  'catalog.authorisation_not_begun': {
    kind: 'conflict',
    title: '科室对这个事项的授权尚未开始，请转业务科室办理。',
  },
  'catalog.authorisation_expired': {
    kind: 'conflict',
    title: '科室对这个事项的授权已到期，请转业务科室办理，并请科室续签授权。',
  },
  'catalog.authorisation_revoked': {
    kind: 'conflict',
    title: '科室对这个事项的授权已收回，请转业务科室办理。',
  },
} as const;

export const catalogError = errorsOf(catalogErrors);
