import { api, bodyOf } from '@yikou/api-client';
import { spanOf } from './entries';

export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportWanted {
  from: string;
  until: string;
  format: ExportFormat;
}

/** The entries of some days as a file; as a whole, so that a refusal is a refusal and not half a file. */
export function exportAudit({ from, until, format }: ExportWanted): Promise<Blob> {
  const query = { ...spanOf(from, until), format };
  return bodyOf(api.GET('/api/v1/audit/export', { params: { query }, parseAs: 'blob' }));
}
