import type { Dto } from '@yikou/api-client';

/** What the clerk has entered about the applicant; it survives a change of the item. */
export type ApplicantDraft = Partial<Dto<'ApplicantInputDto'>>;

/** The names of the form's fields are those of the API. */
export interface DraftForm {
  applicant: Dto<'ApplicantInputDto'>;
  agent?: Dto<'AgentInputDto'>;
}
