/** The four levels, from the top; a higher level has a smaller rank. */
export const AREA_LEVELS = ['CITY', 'DISTRICT', 'STREET', 'COMMUNITY'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export const UNIT_KINDS = ['SUPERVISOR', 'CENTRE', 'STATION', 'SECTION', 'DEPARTMENT'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export function isAbove(level: AreaLevel, other: AreaLevel): boolean {
  return AREA_LEVELS.indexOf(level) < AREA_LEVELS.indexOf(other);
}

/** The nine digits that name a street in case numbers, from any division code inside it. */
export function streetCodeOf(divisionCode: string): string {
  return divisionCode.slice(0, 9);
}
