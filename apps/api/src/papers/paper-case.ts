import type { ApplicantInput, ItemStandard, RequiredMaterial } from '@yikou/domain';
import type { Letterhead } from '../documents/index.js';
import type { CaseRow } from '../workflow/index.js';

/** One line of the checklist, as a receipt lists it. */
export interface PaperMaterial extends Pick<
  RequiredMaterial,
  'name' | 'form' | 'copies' | 'required'
> {
  received: boolean;
}

/** All that a paper may say of a case. */
export interface PaperCase {
  row: CaseRow;
  standard: ItemStandard;
  letterhead: Letterhead;
  clerkName: string;
  applicant: Pick<ApplicantInput, 'kind' | 'name' | 'identityNumber'>;
  materials: readonly PaperMaterial[];
  promise: { dueAt: Date; provisional: boolean } | null;
  refusedAt: Date | null;
  extension: { at: Date; reason: string | null; days: number | null } | null;
  notice: Notice | null;
  /** What a custody receipt is about; null for every other paper. */
  handover: PaperHandover | null;
}

interface Notice {
  requestedAt: Date;
  missing: readonly { name: string; howToGet: string }[];
  dueAt: Date | null;
}

export interface PaperHandover {
  from: string;
  to: string;
  at: Date;
  purpose: string;
  originals: readonly { name: string; copies: number }[];
}
