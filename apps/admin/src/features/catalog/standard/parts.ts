/** The sections of a standard in the order in which it is read and written, with what stands in each. */
export const PARTS = {
  identity: ['code', 'basicCode', 'implementationCode', 'name', 'nameEn', 'level', 'class'],
  kind: ['category', 'themes', 'serviceObject', 'serviceObjects', 'featuredTags'],
  path: ['handlingKind', 'closure', 'ownerDepartment', 'leadDepartment'],
  conditions: ['conditions'],
  steps: ['steps'],
  materials: ['materials'],
  limits: ['limits'],
  specialProcedures: ['specialProcedures'],
  fee: ['fee'],
  legalBases: ['legalBases'],
  result: ['resultDocuments', 'deliveryMethods'],
  place: ['onSiteVisits', 'visitsReason', 'crossRegion', 'dedicatedNetwork'],
  notes: ['source', 'confidence', 'note'],
} as const;

export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

/** The anchor of a section, so that a list of problems can lead to it. */
export function anchorOf(part: Part): string {
  return `part-${part}`;
}

/** The section that a path of the content lies in. */
export function partOf(path: string): Part {
  const [head = ''] = path.split(/[.[]/);
  return PART_NAMES.find((part) => (PARTS[part] as readonly string[]).includes(head)) ?? 'notes';
}
