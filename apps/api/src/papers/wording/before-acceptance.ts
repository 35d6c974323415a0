import { itemWords, type CasePaper } from '../../documents/index.js';
import type { PaperCase } from '../paper-case.js';
import {
  addresseeOf,
  dayOf,
  lastDayOf,
  requestOf,
  sentence,
  underTheLaw,
  weOf,
  youOf,
} from './phrases.js';

/** What the words of one kind fill in; the rest of a paper is the same for all. */
export type Wording = Pick<
  CasePaper,
  'addressee' | 'paragraphs' | 'table' | 'closing' | 'form' | 'signer' | 'signatures'
>;

const PLAIN = { table: null, closing: [], form: [], signatures: ['申请人（代理人）签收'] };

export function receiptWording(subject: PaperCase): Wording {
  const { row, materials, clerkName } = subject;
  const [we, you] = [weOf(subject), youOf(subject)];
  const rows = materials.map((material, i) => [
    `${i + 1}`,
    material.name,
    itemWords.paperOf(material),
    material.received ? '已收' : material.required ? '未收' : '—',
  ]);
  return {
    ...PLAIN,
    addressee: addresseeOf(subject),
    paragraphs: [
      `${you}于${dayOf(row.registered_at)}向${we}提交${requestOf(subject)}，收件情况如下：`,
    ],
    table: {
      heads: ['序号', '材料名称', '形式及份数', '收件情况'],
      widths: [12, 0, 38, 20],
      rows,
    },
    closing: [
      `本凭证只证明收到上列材料，不表示申请已被受理。${underTheLaw(subject, '第三十二条')}，申请材料不齐全或者不符合法定形式的，${we}将当场或者在五日内一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。`,
      `凭办件编号和证件号码后四位可以查询办理进度。收件人：${clerkName}。`,
    ],
    signer: row.taking_unit_name,
  };
}

export function noticeWording(subject: PaperCase): Wording {
  const { notice, row } = subject;
  if (!notice) throw new Error(`${row.id} has no notice`);
  const until = notice.dueAt && `请于${lastDayOf(notice.dueAt)}前（含当日）`;
  return {
    ...PLAIN,
    addressee: addresseeOf(subject),
    paragraphs: [
      `${youOf(subject)}于${dayOf(row.registered_at)}提出的${requestOf(subject)}，经审查，申请材料不齐全或者不符合法定形式。${underTheLaw(subject, '第三十二条第一款第四项')}，现将需要补正的全部内容一次性告知如下：`,
    ],
    table: {
      heads: ['序号', '需要补正的材料', '补正要求和办理途径'],
      widths: [12, 0, 70],
      rows: notice.missing.map(({ name, howToGet }, i) => [`${i + 1}`, name, howToGet]),
    },
    closing: [
      `${until ?? '请尽快'}将上列材料补齐后交至${weOf(subject)}。材料补齐并符合法定形式的，${weOf(subject)}即予受理；对本告知有疑问的，可以当场或者拨打咨询电话询问。`,
    ],
    signer: row.taking_unit_name,
  };
}

export function refusalWording(subject: PaperCase): Wording {
  const { row } = subject;
  return {
    ...PLAIN,
    addressee: addresseeOf(subject),
    paragraphs: [
      `${youOf(subject)}于${dayOf(row.registered_at)}提出的${requestOf(subject)}，经审查：${sentence(row.close_reason)}`,
      `${underTheLaw(subject, '第三十二条第一款第一项、第二项')}，${weOf(subject)}决定不予受理。`,
      `救济途径：${sentence(row.remedy)}`,
    ],
    signer: row.taking_unit_name,
  };
}
