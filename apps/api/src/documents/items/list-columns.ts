import { FORM_WORDS, PROCEDURE_WORDS, ROLE_WORDS, UNIT_WORDS } from '../words.js';
import { count, optionalText, text, yesNo } from './cell-codec.js';
import { choice, openChoice } from './choice-codec.js';
import { column } from './column.js';
import { handlerLines } from './handler-codec.js';

const MOST_DAYS = 3_650;
const MOST_COPIES = 999;
const CORE = '核心内容，全区统一。';

export const CONDITION_COLUMNS = { text: column('受理条件', text, 80, CORE) };

export const STEP_COLUMNS = {
  name: column('环节名称', text, 40, CORE),
  role: column('办理岗位', choice(ROLE_WORDS), 16, '必填，从列表中选择。'),
  days: column('时限（天）', count(MOST_DAYS), 10, '必填，整数；当场完成填0。单位同承诺时限。'),
  handlers: column(
    '办理科室或部门',
    handlerLines,
    26,
    '一行一个，写作“层级／机构代码”，如“区级／MZJ”；只写层级表示收件单位。可留空。',
  ),
  parallelGroup: column('并联组', optionalText, 10, '相邻的同名组并行办理；不并联的留空。'),
  onSiteInspection: column('现场勘查', yesNo(false), 10, '“是”或“否”；留空视为否。'),
  substantive: column(
    '实质性办理',
    yesNo(),
    10,
    '必填。受理、审核、决定填“是”；只收转、送达的填“否”。',
  ),
};

export const MATERIAL_COLUMNS = {
  name: column('材料名称', text, 34),
  form: column('材料形式', choice(FORM_WORDS), 14, '必填，从列表中选择。'),
  copies: column('份数', count(MOST_COPIES), 8, '必填，整数。'),
  required: column('是否必备', yesNo(), 10, '必填，“是”或“否”。'),
  source: column('来源渠道', text, 20, '出具机构或来源渠道。'),
  note: column('办理说明', text, 40),
  sampleFile: column('示例样表', optionalText, 18, '文件名，可留空。'),
  blankForm: column('空白表格', optionalText, 18, '文件名，可留空。'),
  reusable: column('可重复使用', yesNo(false), 10, '“是”或“否”；留空视为否。'),
};

export const PROCEDURE_COLUMNS = {
  kind: column('种类', openChoice(PROCEDURE_WORDS), 14, '从列表中选择，或另填种类。'),
  name: column('名称', text, 30),
  days: column('时限', count(MOST_DAYS), 8, '必填，整数。'),
  unit: column('时限单位', choice(UNIT_WORDS, 'WORKING_DAY'), 10, '留空视为工作日。'),
  countsInLimit: column('是否计入时限', yesNo(), 12, '必填。不计入办理时限的填“否”。'),
};

export const BASIS_COLUMNS = {
  title: column('文件名称（文号）', text, 60),
  article: column('条款', text, 40, '文本；整份文件为依据的留空。'),
};
