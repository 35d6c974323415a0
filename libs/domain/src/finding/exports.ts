import { findingError } from './errors.js';

/** Lists that can be taken along as a workbook. The audit has its own way, with its chain. */
export const EXPORTED_LISTS = ['CASES', 'WORKLIST', 'DEADLINES'] as const;
export type ExportedList = (typeof EXPORTED_LISTS)[number];

export const EXPORT_STATES = [
  'WAITING',
  'RUNNING',
  'READY',
  'FAILED',
  'CANCELLED',
  'EXPIRED',
] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A workbook holds so many rows and says where it stopped; a longer list is narrowed first. */
export const MOST_EXPORTED_ROWS = 100_000;
/** A file with names of applicants, masked as they are, does not lie about for longer. */
export const EXPORT_KEPT_MS = 24 * 3_600_000;
/** Of one person at once. */
export const MOST_EXPORTS_WAITING = 3;

const UNFINISHED: readonly ExportState[] = ['WAITING', 'RUNNING'];

export function exportIsUnfinished(state: ExportState): boolean {
  return UNFINISHED.includes(state);
}

/** @throws DomainError `finding.export_over` */
export function exportMayBeCancelled(state: ExportState): void {
  if (!exportIsUnfinished(state)) throw findingError('finding.export_over');
}

/** @throws DomainError `finding.exports_waiting` */
export function exportMayBeRequested(unfinished: number): void {
  if (unfinished >= MOST_EXPORTS_WAITING) throw findingError('finding.exports_waiting');
}

/** When a file that was finished at an instant is deleted. */
export function exportExpiresAt(finishedAt: Date): Date {
  return new Date(finishedAt.getTime() + EXPORT_KEPT_MS);
}
