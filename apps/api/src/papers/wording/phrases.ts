import { localDateOf, maskIdentityNumber } from '@yikou/domain';
import { itemWords } from '../../documents/index.js';
import type { PaperCase } from '../paper-case.js';

const LAW = '《中华人民共和国行政许可法》';

export const isPermission = ({ standard }: Pick<PaperCase, 'standard'>): boolean =>
  standard.category.name === '行政许可';

/** The law itself binds permissions; everything else follows it by analogy (参照). */
export function underTheLaw(subject: PaperCase, article: string): string {
  return `${isPermission(subject) ? '依照' : '参照'}${LAW}${article}的规定`;
}

/** How a paper speaks to the applicant. */
export const youOf = ({ applicant }: PaperCase): string =>
  applicant.kind === 'PERSON' ? '你' : '你单位';

/** How the unit speaks of itself. */
export const weOf = ({ row }: PaperCase): string =>
  row.taking_unit_name.endsWith('站') ? '本站' : '本中心';

/** The name in full, as an official paper has to name its addressee; the number masked. */
export function addresseeOf({ applicant }: PaperCase): string {
  const document = applicant.kind === 'PERSON' ? '居民身份证' : '统一社会信用代码';
  return `${applicant.name}（${document} ${maskIdentityNumber(applicant.identityNumber)}）：`;
}

export const dayOf = (instant: Date): string => itemWords.dateWords(localDateOf(instant));

/** A limit ends at 24:00, which is the first instant of the next day. */
export const lastDayOf = (dueAt: Date): string => dayOf(new Date(dueAt.getTime() - 1));

/** “最低生活保障金给付”（事项编码 …，办件编号 …） */
export function requestOf({ row }: PaperCase): string {
  return `“${itemWords.said(row.item_name)}”申请（办件编号${row.number}）`;
}

/** Ends with one full stop, whatever the writer ended with. */
export function sentence(text: string | null): string {
  const said = itemWords.printable(text ?? '').replace(/[。；;，,.\s]+$/u, '');
  return said === '' ? '' : `${said}。`;
}
