import type { Draft } from '../api/change-draft';
import type { Standard } from '../standard/words';

/** What the form holds: the standard and who is to review it; a field that is empty may be undefined. */
export type FormValues = Omit<Standard, 'fee'> & {
  fee: Partial<NonNullable<Standard['fee']>>;
  reviewUnitId: string | null;
};

export function valuesOf({ standard, reviewUnitId }: Draft): FormValues {
  return { ...structuredClone(standard), fee: { ...standard.fee }, reviewUnitId };
}

const orNull = (text: string | null | undefined) => text?.trim() || null;

/** What is typed, as the API takes it: an emptied field says nothing yet. */
export function standardOf({ fee, reviewUnitId: _, ...rest }: FormValues): Standard {
  const { charged = null, amountFen = null, amount, basis } = fee;
  return {
    ...rest,
    basicCode: orNull(rest.basicCode),
    implementationCode: orNull(rest.implementationCode),
    dedicatedNetwork: orNull(rest.dedicatedNetwork),
    handlingKind: rest.handlingKind ?? null,
    closure: rest.closure ?? null,
    confidence: rest.confidence ?? '',
    onSiteVisits: rest.onSiteVisits ?? null,
    fee:
      charged === null
        ? null
        : { charged, amountFen, amount: orNull(amount), basis: orNull(basis) },
    steps: rest.steps.map((step) => ({
      ...step,
      days: step.days ?? 0,
      parallelGroup: orNull(step.parallelGroup),
      handlers: step.handlers.map(({ level, body }) => ({ level, body: orNull(body) })),
    })),
    materials: rest.materials.map((material) => ({
      ...material,
      copies: material.copies ?? 0,
      sampleFile: orNull(material.sampleFile),
      blankForm: orNull(material.blankForm),
    })),
    specialProcedures: rest.specialProcedures.map((one) => ({
      ...one,
      kind: one.kind ?? '',
      days: one.days ?? 0,
    })),
  };
}

/** A new row of each list, with nothing said. */
export const FRESH = {
  conditions: '',
  resultDocuments: '',
  steps: {
    name: '',
    role: 'COUNTER_CLERK',
    days: 0,
    handlers: [],
    parallelGroup: null,
    onSiteInspection: false,
    substantive: false,
  },
  handlers: { level: 'STREET', body: null },
  materials: {
    name: '',
    form: 'ORIGINAL',
    copies: 1,
    required: true,
    note: '',
    source: '',
    sampleFile: null,
    blankForm: null,
    reusable: false,
  },
  specialProcedures: {
    kind: 'PUBLICITY',
    name: '',
    days: 7,
    unit: 'CALENDAR_DAY',
    countsInLimit: false,
  },
  legalBases: { title: '', article: '' },
} as const;
