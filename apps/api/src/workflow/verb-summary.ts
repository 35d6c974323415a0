import { CASE_LIFE, type CaseVerb } from '@yikou/domain';

/** What the API document says of a verb: the table's own words. */
export function summaryOf(verb: CaseVerb): { operationId: string; summary: string } {
  const { label, basis } = CASE_LIFE[verb];
  return { operationId: `${verb}Case`, summary: `${label}（${basis}）` };
}
