/**
 * A number as somebody typed it, without what a Chinese input method adds: full-width digits and
 * letters become half-width, spaces vanish, letters become capital.
 */
export function typedNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
