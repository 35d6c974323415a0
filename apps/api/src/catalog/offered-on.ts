/** That the offering `o` holds on a day, which is a parameter of the statement (R44). */
export function isOfferedOn(day: string): string {
  return `o.started_on <= ${day}::date AND coalesce(o.ended_on, 'infinity') > ${day}::date`;
}
