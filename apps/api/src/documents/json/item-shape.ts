import {
  SERVICE_OBJECTS,
  standardOfFileItem,
  type FileItem,
  type ItemStandard,
} from '@yikou/domain';
import {
  AREA_WORDS,
  CLASS_WORDS,
  CLOSURE_WORDS,
  FORM_WORDS,
  KIND_WORDS,
  LEVEL_WORDS,
  ROLE_WORDS,
  TAG_WORDS,
  UNIT_WORDS,
} from '../words.js';
import {
  count,
  list,
  object,
  oneOf,
  orNull,
  text,
  yesNo,
  type Refuse,
  type Shape,
} from './shape.js';

const days = object({ amount: orNull(count), unit: oneOf(UNIT_WORDS) });
const handlers = list(object({ level: oneOf(AREA_WORDS), body: orNull(text) }));
const stepTraits = {
  parallelGroup: orNull(text),
  onSiteInspection: yesNo,
  substantive: yesNo,
};
const material = {
  name: text,
  form: oneOf(FORM_WORDS),
  copies: count,
  required: yesNo,
  note: text,
};
const materialTraits = {
  source: text,
  sampleFile: orNull(text),
  blankForm: orNull(text),
  reusable: yesNo,
};

/** What both shapes of an item have in common. */
const common = {
  code: text,
  name: text,
  nameEn: text,
  level: oneOf(LEVEL_WORDS),
  handlingKind: orNull(oneOf(KIND_WORDS)),
  closure: orNull(oneOf(CLOSURE_WORDS)),
  ownerDepartment: text,
  leadDepartment: text,
  serviceObject: text,
  specialProcedures: list(
    object({ kind: text, name: text, days: count, unit: oneOf(UNIT_WORDS), countsInLimit: yesNo }),
  ),
  conditions: list(text),
  deliveryMethods: list(text),
  onSiteVisits: orNull(count),
  crossRegion: text,
  source: text,
  confidence: text,
  note: text,
};

const legalBases = list(object({ title: text, article: text }));

/** What the flat shape leaves to be read from the rest. */
const more = {
  basicCode: orNull(text),
  implementationCode: orNull(text),
  class: oneOf(CLASS_WORDS),
  featuredTags: list(oneOf(TAG_WORDS)),
  themes: list(text),
  serviceObjects: list(oneOf(SERVICE_OBJECTS)),
  resultDocuments: list(text),
  visitsReason: text,
  dedicatedNetwork: orNull(text),
};

const STANDARD: Shape<ItemStandard> = object({
  ...common,
  ...more,
  category: object({ code: text, name: text }),
  steps: list(
    object({ name: text, role: oneOf(ROLE_WORDS), days: count, handlers, ...stepTraits }),
  ),
  materials: list(object({ ...material, ...materialTraits })),
  limits: object({
    statutory: days,
    statutoryNote: text,
    promised: days,
    onTheSpotMinutes: orNull(count),
  }),
  fee: orNull(
    object({ charged: yesNo, amountFen: orNull(count), amount: orNull(text), basis: orNull(text) }),
  ),
  legalBases,
});

const FILE_ITEM: Shape<FileItem> = object(
  {
    ...common,
    category: text,
    theme: text,
    steps: list(
      object(
        { name: text, ownerRole: oneOf(ROLE_WORDS), days: count },
        { handlers, ...stepTraits },
      ),
    ),
    materials: list(object(material, materialTraits)),
    statutoryDays: orNull(count),
    statutoryNote: text,
    promisedDays: orNull(count),
    statutoryDayUnit: oneOf(UNIT_WORDS),
    dayUnit: oneOf(UNIT_WORDS),
    fee: orNull(object({ charged: yesNo }, { amountFen: count, amount: text, basis: text })),
    legalBasis: legalBases,
    resultDocument: text,
  },
  { categoryCode: text, onTheSpotMinutes: orNull(count), more: object({}, more) },
);

/** An item in the whole shape, or in the flat one of the data file; null if anything is refused. */
export function readItem(value: unknown, refuse: Refuse): ItemStandard | null {
  let isSound = true;
  const note: Refuse = (path, title) => {
    isSound = false;
    refuse(path, title);
  };
  const isFlat = typeof value === 'object' && value !== null && Object.hasOwn(value, 'legalBasis');
  const standard = isFlat ? null : STANDARD.read(value, '', note);
  const flat = isFlat ? FILE_ITEM.read(value, '', note) : null;
  if (!isSound) return null;
  return flat ? standardOfFileItem(flat) : standard;
}
