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
  'acceptBySilence',
  'refuse',
  'transfer',
  'returnToCounter',
  'claim',
  'reassign',
  'askHelp',
  'giveHelp',
  'recuse',
  'complete',
  'suspend',
  'resume',
  'extend',
  'upload',
  'decide',
  'issue',
  'deliver',
  'withdraw',
  'terminate',
  'lapse',
  'archive',
] as const;
export type CaseVerb = (typeof CASE_VERBS)[number];

export const OUTCOMES = ['APPROVED', 'REJECTED'] as const;
export type Outcome = (typeof OUTCOMES)[number];
