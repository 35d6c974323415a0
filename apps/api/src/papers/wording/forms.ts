import { localTime, paperTitleOf } from '@yikou/domain';
import type { PaperCase } from '../paper-case.js';
import type { Wording } from './before-acceptance.js';
import { addresseeOf, dayOf, isPermission, underTheLaw, weOf } from './phrases.js';

/** R57: what the applicant signs when the result is handed over. */
export function deliveryWording(subject: PaperCase): Wording {
  const { row, applicant, letterhead, clerkName } = subject;
  const decision = paperTitleOf({
    kind: 'DECISION',
    isPermission: isPermission(subject),
    outcome: row.outcome,
  });
  return {
    addressee: null,
    paragraphs: [`${underTheLaw(subject, '第四十四条')}，送达下列文书：`],
    table: null,
    form: [
      ['受送达人', applicant.name],
      ['办理事项', row.item_name],
      ['办件编号', row.number],
      ['送达文书', `${decision}${row.result_number ? `（${row.result_number}）` : ''}`],
      ['送达地点', letterhead.address ?? ''],
      ['送达方式', ''],
      ['收件人签名或盖章', ''],
      ['收件日期', ''],
      ['送达人', clerkName],
      ['备注', ''],
    ],
    closing: [
      '代收的，由代收人签名并注明与受送达人的关系；邮寄送达的，注明快递单号；拒收的，由送达人注明情况。',
    ],
    signer: row.taking_unit_name,
    signatures: [],
  };
}

/** R85: the receipt for originals that change hands. */
export function custodyWording(subject: PaperCase): Wording {
  const { handover, row } = subject;
  if (!handover) throw new Error(`${row.id} has no handover`);
  return {
    addressee: addresseeOf(subject),
    paragraphs: [
      `“${row.item_name}”（办件编号${row.number}）的下列材料原件，于${dayOf(handover.at)}${localTime(handover.at)}由${handover.from}交${handover.to}，用于${handover.purpose}：`,
    ],
    table: {
      heads: ['序号', '材料名称', '原件份数'],
      widths: [12, 0, 30],
      rows: handover.originals.map(({ name, copies }, i) => [`${i + 1}`, name, `${copies}份`]),
    },
    form: [],
    closing: [
      `原件在办理期间由持有单位妥善保管，办结后退还申请人或者依规定归档。遗失、损毁的，由持有单位负责。查询原件去向请联系${weOf(subject)}。`,
    ],
    signer: row.taking_unit_name,
    signatures: ['移交人', '接收人'],
  };
}
