export const CASE_STATES = [
  'REGISTERED',
  'SUPPLEMENT_REQUESTED',
  'ACCEPTED',
  'TRANSFERRED',
  'IN_PROGRESS',
  'SUSPENDED',
  'DECIDED',
  'DELIVERED',
  'ARCHIVED',
  'REFUSED',
  'WITHDRAWN',
  'TERMINATED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_VERBS = [
  'register',
  'requestSupplement',
  'supplement',
  'accept',
  'refuse',
  'transfer',
  'claim',
  'complete',
  'suspend',
  'resume',
  'upload',
  'decide',
  'issue',
  'deliver',
  'withdraw',
  'terminate',
  'archive',
] as const;
export type CaseVerb = (typeof CASE_VERBS)[number];

export const OUTCOMES = ['APPROVED', 'REJECTED'] as const;
export type Outcome = (typeof OUTCOMES)[number];
