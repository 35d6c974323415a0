/** What a deadline is about (design §4); its limit and owner come from the module starting it. */
export const DEADLINE_KINDS = [
  'ON_THE_SPOT',
  'TRANSFER',
  'UPLOAD',
  'TASK',
  'PROMISE',
  'STATUTORY',
  'UPPER_STAGE',
  'DELIVERY',
  'NOTICE',
  'SUPPLEMENT',
  'FILING',
  'COMPLAINT',
  'RECTIFICATION',
  'ROLLOUT',
  'REPLACEMENT',
  'SERVICE_LEVEL',
] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
