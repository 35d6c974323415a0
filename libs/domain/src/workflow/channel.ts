/**
 * How a request came in (R65–R67, R71). Whether an agent stood in for the applicant (R69) or the hall was
 * closed (R68) are facts of their own: an agent may come by appointment, and after hours.
 */
export const CASE_CHANNELS = [
  'COUNTER',
  'APPOINTMENT',
  'PREREGISTRATION',
  'HOME_VISIT',
  'SELF_SERVICE',
] as const;

export type CaseChannel = (typeof CASE_CHANNELS)[number];

/** What a counter may name itself; the others come about by opening what was booked or sent in before. */
export const NAMED_CHANNELS = ['COUNTER', 'SELF_SERVICE'] as const satisfies CaseChannel[];
