/** GB/T 2260: the two digits of every province-level division, with Taiwan, Hong Kong and Macao. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/**
 * Whether the code begins with a province. Only the province is checked: counties come and go, and
 * an old number keeps the code of its day (china-standards §4.2).
 *
 * 83 is in no province table: it stands on residence permits of Taiwan residents (GB 11643 form).
 */
export function beginsWithAProvince(regionCode: string): boolean {
  return PROVINCES.has(regionCode.slice(0, 2));
}
