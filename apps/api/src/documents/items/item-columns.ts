import {
  CLASS_WORDS,
  CLOSURE_WORDS,
  CONFIDENCE_WORDS,
  DELIVERY_WORDS,
  KIND_WORDS,
  LEVEL_WORDS,
  TAG_WORDS,
  UNIT_WORDS,
} from '../words.js';
import { SERVICE_OBJECTS } from '@yikou/domain';
import { keyText, optionalCount, optionalText, optionalYesNo, text } from './cell-codec.js';
import { choice, choices, openChoice, openChoices, optionalChoice } from './choice-codec.js';
import { column, type RowOf } from './column.js';
import { textLines } from './lines.js';

const MOST_DAYS = 3_650;
const MOST_MINUTES = 1_440;
const MOST_VISITS = 99;
const MOST_FEN = 10_000_000_000;

const CORE = '核心内容，全区统一。';
const LINES = '一行一项（Alt+Enter 换行）。';

/** The sheet with one row for each item. Keys are the paths of the fields in the content. */
export const ITEM_COLUMNS = {
  code: column('事项编码', keyText, 16, '必填，不得重复；其余各表以此编码对应本事项。'),
  basicCode: column('基本编码', optionalText, 16, '国家基本编码，文本；没有的留空。'),
  implementationCode: column('实施编码', optionalText, 20, '国家实施编码，文本；没有的留空。'),
  name: column('事项名称', text, 34, `${CORE}不超过200字。`),
  nameEn: column('英文名称', text, 28, '可留空。'),
  level: column('行使层级', choice(LEVEL_WORDS), 14, '必填，从列表中选择。'),
  class: column('事项类属', choice(CLASS_WORDS, 'GOVERNMENT'), 14, '留空视为政务服务事项。'),
  featuredTags: column('特色服务标签', choices(TAG_WORDS), 14, `仅便民服务事项填写。${LINES}`),
  'category.code': column('事项类型代码', text, 8, 'GB/T 39046-2020 表A.1，两位文本，如05。'),
  'category.name': column('事项类别', text, 14, '如行政给付、公共服务。'),
  themes: column('服务主题', textLines, 14, `第一项为归档主题。${LINES}`),
  serviceObject: column('服务对象', text, 18, '面向群众的表述，如自然人、企业法人。'),
  serviceObjects: column(
    '服务对象代码',
    choices(SERVICE_OBJECTS),
    14,
    `GB/T 39046-2020 表A.4。${LINES}`,
  ),
  handlingKind: column('办件类型', optionalChoice(KIND_WORDS), 10, '从列表中选择。'),
  closure: column('办结权限', optionalChoice(CLOSURE_WORDS), 10, '从列表中选择。'),
  ownerDepartment: column('承办机构', text, 22),
  leadDepartment: column('主管部门', text, 22),
  'limits.statutory.amount': column('法定时限', optionalCount(MOST_DAYS), 9, '天数，整数。'),
  'limits.statutory.unit': column(
    '法定时限单位',
    choice(UNIT_WORDS, 'WORKING_DAY'),
    9,
    '留空视为工作日。',
  ),
  'limits.statutoryNote': column('法定时限说明', text, 30, '时限出处；没有统一规定的在此写明。'),
  'limits.promised.amount': column(
    '承诺时限',
    optionalCount(MOST_DAYS),
    9,
    `${CORE}天数，整数，不得超过法定时限；即办件填0。`,
  ),
  'limits.promised.unit': column(
    '承诺时限单位',
    choice(UNIT_WORDS, 'WORKING_DAY'),
    9,
    `${CORE}留空视为工作日。`,
  ),
  'limits.onTheSpotMinutes': column(
    '现场办结分钟数',
    optionalCount(MOST_MINUTES),
    9,
    `${CORE}仅即办件填写。`,
  ),
  'fee.charged': column('是否收费', optionalYesNo, 9, '收费四列全空表示尚未明确。'),
  'fee.amountFen': column(
    '收费金额（分）',
    optionalCount(MOST_FEN),
    10,
    '定额收费的金额，单位分。',
  ),
  'fee.amount': column('收费标准', optionalText, 22, '收费标准的文字说明。'),
  'fee.basis': column('收费依据', optionalText, 22, '收费的，写明依据。'),
  resultDocuments: column('办理结果', textLines, 22, `结果文书或证照名称。${LINES}`),
  deliveryMethods: column('送达方式', openChoices(DELIVERY_WORDS), 14, LINES),
  onSiteVisits: column('到办事现场次数', optionalCount(MOST_VISITS), 9, '整数；全程网办填0。'),
  visitsReason: column('必须现场办理的原因', text, 22, '到现场次数大于1的，写明原因。'),
  crossRegion: column('通办范围', text, 14, '如全区通办、全市通办、跨省通办。'),
  dedicatedNetwork: column('业务专网', optionalText, 14, '使用业务专网的，写专网名称。'),
  source: column('资料来源', text, 24),
  confidence: column('核实程度', openChoice(CONFIDENCE_WORDS), 14),
  note: column('备注', text, 40),
};

export type ItemRow = RowOf<typeof ITEM_COLUMNS>;
