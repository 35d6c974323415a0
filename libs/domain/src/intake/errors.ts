import { errorsOf } from '../domain-error.js';

/** Every way in which an applicant's number can be wrong, and how to mend it. */
export const intakeErrors = {
  'intake.identity_number_length': {
    kind: 'invalid',
    title: '身份证号码应为18位，请对照证件补全；15位旧号码已停止使用。',
  },
  'intake.identity_number_characters': {
    kind: 'invalid',
    title: '身份证号码前17位应为数字，最后一位为数字或字母X，请对照证件改正。',
  },
  'intake.identity_number_region': {
    kind: 'invalid',
    title: '身份证号码前两位不是有效的省级行政区划代码，请对照证件核对。',
  },
  'intake.identity_number_birth_date': {
    kind: 'invalid',
    title: '身份证号码第7至14位不是真实存在的出生日期，请对照证件核对。',
  },
  'intake.identity_number_birth_date_future': {
    kind: 'invalid',
    title: '身份证号码中的出生日期晚于今天，请对照证件核对第7至14位。',
  },
  'intake.identity_number_check_digit': {
    kind: 'invalid',
    title: '身份证号码最后一位校验码不符，请对照证件逐位核对。',
  },
  'intake.credit_code_length': {
    kind: 'invalid',
    title: '统一社会信用代码应为18位，请对照营业执照或登记证书补全。',
  },
  'intake.credit_code_characters': {
    kind: 'invalid',
    title: '统一社会信用代码只含数字和大写字母，且不用I、O、S、V、Z，请对照证照改正。',
  },
  'intake.credit_code_authority': {
    kind: 'invalid',
    title: '统一社会信用代码第一位不是有效的登记管理部门代码，请对照证照核对。',
  },
  'intake.credit_code_region': {
    kind: 'invalid',
    title: '统一社会信用代码第3至8位不是有效的行政区划代码，请对照证照核对。',
  },
  'intake.credit_code_organisation': {
    kind: 'invalid',
    title: '统一社会信用代码第9至17位（组织机构代码）校验不符，请对照证照逐位核对。',
  },
  'intake.credit_code_check_character': {
    kind: 'invalid',
    title: '统一社会信用代码最后一位校验码不符，请对照证照逐位核对。',
  },
  'intake.telephone_area_code_missing': {
    kind: 'invalid',
    title: '固定电话请加上区号，例如 0371-68880000。',
  },
  'intake.telephone_invalid': {
    kind: 'invalid',
    title: '联系电话不正确，请填写11位手机号码，或带区号的固定电话，例如 0371-68880000。',
  },
  'intake.search_one_number': {
    kind: 'invalid',
    title: '请只填证件号或联系电话中的一项，并填写完整号码。',
  },
  'intake.counter_only': {
    kind: 'forbidden',
    title: '只有综合受理窗口和社区站可以收件，请到窗口岗位办理。',
  },
  'intake.application_items': {
    kind: 'invalid',
    title: '并联申请应包含 2 至 10 个不同的事项，请增减事项后再登记。',
  },
  'intake.application_unknown': {
    kind: 'not-found',
    title: '没有找到这个并联申请，请从办件页面进入。',
  },
  'intake.materials_not_yours': {
    kind: 'forbidden',
    title: '材料应由收件的窗口登记，请转回收件窗口办理。',
  },
  'intake.materials_closed': {
    kind: 'conflict',
    title: '办件已受理或已结束，不能再改动收件材料。',
  },
  'intake.material_unknown': {
    kind: 'not-found',
    title: '材料清单中没有这一项，请刷新后重试。',
  },
  'intake.file_unknown': { kind: 'not-found', title: '没有找到这个文件，请刷新后重试。' },
  'intake.file_missing': { kind: 'invalid', title: '没有收到文件，请重新选择文件后上传。' },
  'intake.file_empty': { kind: 'invalid', title: '文件是空的，请重新扫描或选择文件。' },
  'intake.file_type_refused': {
    kind: 'invalid',
    title: '文件内容不是可接收的类型，请上传 PDF、JPG、PNG、WebP、DOCX 或 XLSX 文件。',
  },
  'intake.agent_is_applicant': {
    kind: 'invalid',
    title: '代理人与申请人是同一人，本人办理的请不要填写代理人。',
  },
  'intake.agent_letter_not_begun': {
    kind: 'invalid',
    title: '授权委托书尚未生效，请核对生效日期，或请申请人重新出具。',
  },
  'intake.agent_letter_ended': {
    kind: 'invalid',
    title: '授权委托书已过有效期，请核对截止日期，或请申请人重新出具。',
  },
  'intake.agent_unknown': {
    kind: 'not-found',
    title: '这个办件没有代理人，或还没有上传授权委托书。',
  },
  'intake.tracking_not_yours': {
    kind: 'forbidden',
    title: '跟办人由收件的窗口指定，请联系收件窗口。',
  },
  'intake.tracking_over': { kind: 'conflict', title: '办件已经结束，不再需要指定跟办人。' },
  'intake.follower_elsewhere': {
    kind: 'invalid',
    title: '跟办人应是收件单位的在岗人员，请重新选择。',
  },
  'intake.follower_only': {
    kind: 'forbidden',
    title: '进度消息由跟办人填写，请联系跟办人，或改由本人跟办后再填写。',
  },
  'intake.tails_locked': {
    kind: 'throttled',
    title: '输入错误次数过多，请过一段时间再试，或拨打受理单位电话查询。',
  },
  'intake.file_without_preview': {
    kind: 'conflict',
    title: '这个文件不能在页面中查看，请下载后查看。',
  },
  'intake.progress_not_found': {
    kind: 'not-found',
    title: '没有查到办件，请核对办件编号和证件号码后四位。',
  },
} as const;

export type IntakeErrorCode = keyof typeof intakeErrors;

export const intakeError = errorsOf(intakeErrors);
