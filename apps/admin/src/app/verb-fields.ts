import { SupplementFields } from '../features/intake/components/SupplementFields';
import { SupplementNoticeFields } from '../features/intake/components/SupplementNoticeFields';
import type { FieldsByVerb } from '../features/workflow/fields/verb-fields';

/** The intake knows the checklist; the workflow knows the verbs. */
export const intakeFields: FieldsByVerb = {
  requestSupplement: SupplementNoticeFields,
  supplement: SupplementFields,
};
