import type { BodyFile, ItemRow } from './data-files.js';
import type { DemoUnit } from './load-organisation.js';

/** The section of its street in whose name a centre decides an item on the spot (R48). */
export function sectionBehind(
  { theme, handlingKind, closure }: ItemRow,
  centre: DemoUnit,
  units: readonly DemoUnit[],
  { sectionBehindTheme }: BodyFile,
): DemoUnit | undefined {
  if (centre.kind !== 'CENTRE' || handlingKind !== 'INSTANT' || closure !== 'LOCAL') {
    return undefined;
  }
  return units.find(
    ({ kind, body, areaCode }) =>
      kind === 'SECTION' && areaCode === centre.areaCode && body === sectionBehindTheme[theme],
  );
}
