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
  'catalog.import_too_long': {
    kind: 'invalid',
    title: '一次最多导入 500 个事项，请分成几个文件导入。',
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
  'catalog.authorisation_unknown': {
    kind: 'not-found',
    title: '没有这份授权，请从授权清单中重新打开。',
  },
  'catalog.authorisation_without_document': {
    kind: 'not-found',
    title: '还没有上传这份授权的文件，请授权科室的负责人上传。',
  },
  'catalog.authorisation_not_yours': {
    kind: 'forbidden',
    title: '授权只能由本街道的业务科室向本街道的便民服务中心作出和收回，请交给相应科室负责人。',
  },
  'catalog.authorisation_not_needed': {
    kind: 'conflict',
    title: '这个事项不由便民服务中心以科室名义办结，不需要授权，请核对事项。',
  },
  'catalog.authorisation_period_invalid': {
    kind: 'invalid',
    title: '请填写存在的日期，截止日期不能早于开始日期。',
  },
  'catalog.authorisation_over_already': {
    kind: 'conflict',
    title: '这份授权已经收回或到期，不必再收回，请刷新查看。',
  },
  'catalog.hall_unknown': {
    kind: 'not-found',
    title: '没有这个便民服务中心（站），请从单位列表中重新选择。',
  },
  'catalog.offering_not_yours': {
    kind: 'forbidden',
    title: '进驻事项由本中心管理员或区政务办管理，请交给相应人员。',
  },
  'catalog.offering_unknown': {
    kind: 'not-found',
    title: '本中心（站）没有进驻这个事项，请从进驻清单中重新打开。',
  },
  'catalog.offered_already': {
    kind: 'conflict',
    title: '本中心（站）已经进驻这个事项，不必重复登记。',
  },
  'catalog.offering_ended': {
    kind: 'conflict',
    title: '这个事项已经退出进驻，请先重新进驻再修改。',
  },
  'catalog.offering_period_invalid': {
    kind: 'invalid',
    title: '请填写存在的日期；退出日期不能早于当天和进驻日期。',
  },
  'catalog.item_of_other_level': {
    kind: 'conflict',
    title: '街道事项进驻便民服务中心，社区事项进驻便民服务站，请核对行使层级。',
  },
  'catalog.counter_unknown': {
    kind: 'invalid',
    title: '本中心（站）没有这个窗口，请从已设置的窗口中选择。',
  },
  'catalog.section_unknown': {
    kind: 'invalid',
    title: '本街道没有这个业务科室，请从科室列表中选择。',
  },
  'catalog.exception_unknown': {
    kind: 'not-found',
    title: '没有这个不进驻申请，请从清单中重新打开。',
  },
  'catalog.exception_open_already': {
    kind: 'conflict',
    title: '这个事项已有待审批或已同意的不进驻申请，不必重复申请。',
  },
  'catalog.exception_not_due': {
    kind: 'conflict',
    title: '这个事项不在应进必进范围内，不需要申请不进驻。',
  },
  'catalog.exception_decided_already': {
    kind: 'conflict',
    title: '这个不进驻申请已经审批，请刷新查看结果。',
  },
  'catalog.exception_needs_other_eyes': {
    kind: 'forbidden',
    title: '提出申请的人不能审批自己的申请，请由区政务办的另一位人员审批。',
  },
  'catalog.readiness_not_asked': {
    kind: 'conflict',
    title: '这个事项不使用业务专网，不需要登记专网条件。',
  },
  'catalog.clone_onto_itself': {
    kind: 'invalid',
    title: '请选择另一个街道的便民服务中心。',
  },
  'catalog.clone_adds_nothing': {
    kind: 'conflict',
    title: '没有可以复制的进驻事项和窗口，请先查看预览中的说明。',
  },
  'catalog.clone_unknown': {
    kind: 'not-found',
    title: '没有这次复制的记录，请从记录中重新打开。',
  },
  'catalog.clone_undone_already': {
    kind: 'conflict',
    title: '这次复制已经撤销，请刷新查看。',
  },
  'catalog.clone_used': {
    kind: 'conflict',
    title: '复制的事项已有办件，不能再撤销；不再办理的，请逐项退出进驻。',
  },
} as const;

export const catalogError = errorsOf(catalogErrors);
