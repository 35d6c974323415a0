/** Digits and letters that nobody mistakes for one another on the telephone (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const CODE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/**
 * The code by which an appointment or a preregistration is found again: 40 bits, so that trying finds none.
 *
 * @param random at least eight bytes of good chance
 */
export function visitCodeOf(random: Uint8Array): string {
  if (random.length < LENGTH) throw new Error(`a code takes ${LENGTH} bytes`);
  return Array.from(random.subarray(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** A code as it was typed, in its one written form; undefined for what cannot be one. */
export function typedVisitCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return CODE.test(code) ? code : undefined;
}

/** As it is read out: two groups of four. */
export const spokenVisitCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
