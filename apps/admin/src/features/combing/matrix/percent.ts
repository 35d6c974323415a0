/** Rounded down, so that 100% is said of the whole alone. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}
