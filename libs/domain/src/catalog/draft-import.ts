import { differencesOf } from './difference.js';
import { catalogErrors } from './errors.js';
import type { ItemStandard } from './item-standard.js';

/** COMPOSED: an item that is not there yet; REVISED: the next version of one that is. */
export const DRAFT_IMPORT_STEPS = ['COMPOSED', 'REVISED', 'UNCHANGED', 'REFUSED'] as const;
export type DraftImportStep = (typeof DRAFT_IMPORT_STEPS)[number];

/** What the catalog has under a code already. */
export interface KnownItem {
  level: ItemStandard['level'];
  /** Its latest published version; null where none was published. */
  latest: ItemStandard | null;
  isInTheMaking: boolean;
}

export interface DraftImportDecision {
  step: DraftImportStep;
  /** For a refused one: how to mend it, in one Chinese sentence. */
  refusal: string | null;
}

/** What becomes of an item of a file that is taken into drafts (R30). */
export function stepOfDraftImport(
  item: ItemStandard,
  known: KnownItem | undefined,
): DraftImportDecision {
  if (!known) return { step: 'COMPOSED', refusal: null };
  if (known.isInTheMaking) return refused(catalogErrors['catalog.version_in_progress'].title);
  if (known.level !== item.level)
    return refused('行使层级与目录中的这个事项不同，请核对编码和层级。');
  if (known.latest === null) return refused(catalogErrors['catalog.code_taken'].title);
  const isSame = differencesOf(known.latest, item).length === 0;
  return { step: isSame ? 'UNCHANGED' : 'REVISED', refusal: null };
}

const refused = (refusal: string): DraftImportDecision => ({ step: 'REFUSED', refusal });
