import { groupedPaperCode, localDateOf, paperTitleOf, type PaperKind } from '@yikou/domain';
import type { CasePaper } from '../../documents/index.js';
import type { PaperCase } from '../paper-case.js';
import { acceptanceWording, decisionWording, extensionWording } from './after-acceptance.js';
import {
  noticeWording,
  receiptWording,
  refusalWording,
  type Wording,
} from './before-acceptance.js';
import { custodyWording, deliveryWording } from './forms.js';
import { isPermission } from './phrases.js';

const WORDINGS: Record<PaperKind, (subject: PaperCase) => Wording> = {
  RECEIPT: receiptWording,
  NOTICE: noticeWording,
  ACCEPTANCE: acceptanceWording,
  REFUSAL: refusalWording,
  EXTENSION: extensionWording,
  DECISION: decisionWording,
  DELIVERY_RECEIPT: deliveryWording,
  CUSTODY_RECEIPT: custodyWording,
};

export interface PaperMarks {
  number: string;
  issuedAt: Date;
  code: string;
  /** Address under which people outside reach us. */
  origin: string;
}

/** The paper in words. */
export function wordPaper(
  kind: PaperKind,
  subject: PaperCase,
  { number, issuedAt, code, origin }: PaperMarks,
): CasePaper {
  return {
    ...WORDINGS[kind](subject),
    title: titleFor(kind, subject),
    number,
    date: localDateOf(issuedAt),
    letterhead: subject.letterhead,
    verification: { url: `${origin}/verify/${code}`, code: groupedPaperCode(code) },
  };
}

export function titleFor(kind: PaperKind, subject: Pick<PaperCase, 'standard' | 'row'>): string {
  return paperTitleOf({ kind, isPermission: isPermission(subject), outcome: subject.row.outcome });
}
