import type { Outcome } from '../workflow/index.js';

export const PAPER_KINDS = [
  'RECEIPT',
  'NOTICE',
  'ACCEPTANCE',
  'REFUSAL',
  'EXTENSION',
  'DECISION',
  'DELIVERY_RECEIPT',
  'CUSTODY_RECEIPT',
] as const;
/** What the counter hands over in writing. */
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What a paper's name depends on. */
export interface PaperSubject {
  kind: PaperKind;
  /** The item is an administrative permission (行政许可); other items follow that law by analogy. */
  isPermission: boolean;
  outcome: Outcome | null;
}

const TITLES: Record<Exclude<PaperKind, 'DECISION'>, string> = {
  RECEIPT: '申请材料收件凭证',
  NOTICE: '一次性告知书',
  ACCEPTANCE: '受理通知书',
  REFUSAL: '不予受理决定书',
  EXTENSION: '延期办理通知书',
  DELIVERY_RECEIPT: '送达回证',
  CUSTODY_RECEIPT: '材料原件交接单',
};

/** What stands at the head of a paper. */
export function paperTitleOf({ kind, isPermission, outcome }: PaperSubject): string {
  if (kind !== 'DECISION') return TITLES[kind];
  const granted = outcome === 'APPROVED';
  if (isPermission) return granted ? '准予行政许可决定书' : '不予行政许可决定书';
  return granted ? '办理结果通知书' : '不予办理决定书';
}
