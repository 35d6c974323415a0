import type { Dto } from '@yikou/api-client';

type ReceiptKind = 'RECEIPT' | 'ACCEPTED' | 'NOTICE' | 'REFUSED';

/** Which paper the counter hands out. */
export function receiptKind({ state, acceptedAt, notice }: Dto<'ReceiptDto'>): ReceiptKind {
  if (state === 'REFUSED') return 'REFUSED';
  if (state === 'WITHDRAWN') return 'RECEIPT';
  if (acceptedAt) return 'ACCEPTED';
  return notice ? 'NOTICE' : 'RECEIPT';
}
