/** Digits of the daily serial; a busier day simply gets a longer number. */
const SERIAL_DIGITS = 5;

/**
 * Case number: nine digits of the street, the local date, the serial of that street and day.
 *
 * @param streetCode nine digits
 * @param localDate YYYY-MM-DD in Asia/Shanghai
 * @param serial from 1, without gaps
 */
export function caseNumberOf(streetCode: string, localDate: string, serial: number): string {
  return `${streetCode}${localDate.replaceAll('-', '')}${String(serial).padStart(SERIAL_DIGITS, '0')}`;
}
