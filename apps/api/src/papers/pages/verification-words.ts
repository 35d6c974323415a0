const chinese = {
  title: '文书核验',
  hint: '扫描文书右上方的二维码，或者输入页脚的20位验证码，核对文书是否由本区便民服务中心（站）出具。',
  code: '文书验证码',
  placeholder: '如：7K2M9-4QXAB-0D3EF-8GHJK',
  verify: '核验',
  valid: '经核验，这份文书有效',
  withdrawn: '这份文书已经作废',
  notFound: '没有查到这份文书',
  notFoundHint: '请核对验证码是否与文书上的一致；核对无误仍查不到的，请拨打页脚的监督投诉电话。',
  paper: '文书名称',
  number: '文号',
  unit: '出具单位',
  date: '出具日期',
  caseNumber: '办件编号',
  applicant: '申请人',
  withdrawnOn: '作废日期',
  compare: '请将以上内容与手中的文书逐项核对，不一致的以本页为准。',
};

export type VerificationWords = typeof chinese;

const english: VerificationWords = {
  title: 'Verify a document',
  hint: 'Scan the QR code at the top right of the document, or enter the 20-character code at its foot, to confirm that it was issued by a service centre of this district.',
  code: 'Verification code',
  placeholder: 'e.g. 7K2M9-4QXAB-0D3EF-8GHJK',
  verify: 'Verify',
  valid: 'This document is genuine and valid',
  withdrawn: 'This document has been withdrawn',
  notFound: 'No such document was found',
  notFoundHint: 'Please compare the code with the one on the document, or call the number below.',
  paper: 'Document',
  number: 'Number',
  unit: 'Issued by',
  date: 'Date',
  caseNumber: 'Case number',
  applicant: 'Applicant',
  withdrawnOn: 'Withdrawn on',
  compare: 'Compare each line with the document in your hands; where they differ, this page holds.',
};

export const VERIFICATION_WORDS = { 'zh-CN': chinese, en: english };
