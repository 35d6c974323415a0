import { errorsOf } from '@yikou/domain';

/** A file that cannot be taken at all; what is wrong in single cells is a `CellProblem`. */
export const documentErrors = {
  'document.too_large': {
    kind: 'invalid',
    title: '文件太大，请拆成几个文件后分别上传。',
  },
  'document.not_a_workbook': {
    kind: 'invalid',
    title: '这不是 Excel 工作簿（.xlsx），请下载模板填写后上传。',
  },
  'document.old_or_locked': {
    kind: 'invalid',
    title: '这是旧版 .xls 或加了密码的文件，请另存为不加密码的 .xlsx 后上传。',
  },
  'document.inflates_too_far': {
    kind: 'invalid',
    title: '文件解压后异常庞大，已停止读取，请用模板重新填写后上传。',
  },
  'document.has_macros': {
    kind: 'invalid',
    title: '文件带有宏或控件，请另存为不带宏的 .xlsx 后上传。',
  },
  'document.has_external_links': {
    kind: 'invalid',
    title: '文件引用了外部文件或数据连接，请断开链接、只保留文字后上传。',
  },
  'document.damaged': {
    kind: 'invalid',
    title: '文件内容已损坏，无法读取，请用 Excel 或 WPS 打开并另存为 .xlsx 后上传。',
  },
  'document.too_many_rows': {
    kind: 'invalid',
    title: '文件行数或单元格数太多，请删去多余内容或拆成几个文件后上传。',
  },
  'document.not_text': {
    kind: 'invalid',
    title: '无法识别文字编码，请以 UTF-8 或 GB18030 编码保存后上传。',
  },
  'document.not_json': {
    kind: 'invalid',
    title: '这不是事项清单的 JSON 文件，请检查格式后上传。',
  },
  'document.cannot_be_written': {
    kind: 'conflict',
    title: '事项内容无法写入表格，请先按提示修改事项。',
  },
} as const;

/** @returns a `DomainError`; its `detail` says where, where that is known */
export const documentError = errorsOf(documentErrors);
