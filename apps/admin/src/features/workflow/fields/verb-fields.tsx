import type { Dto } from '@yikou/api-client';
import type { ComponentType } from 'react';
import type { ActVerb } from '../api/act';
import { DecideFields } from './DecideFields';
import { DeliverFields } from './DeliverFields';
import { IssueFields } from './IssueFields';
import {
  AskHelpFields,
  CompleteFields,
  ExtendFields,
  GiveHelpFields,
  ReassignFields,
  RecuseFields,
} from './HandsFields';
import { ReasonField, RefuseFields } from './TextFields';
import { SuspendFields } from './SuspendFields';

/** What a person enters with a verb; field names are those of the API. */
export type VerbFields = ComponentType<{ subject: Dto<'CaseDto'> }>;
export type FieldsByVerb = Partial<Record<ActVerb, VerbFields>>;

export const OWN_FIELDS: FieldsByVerb = {
  refuse: RefuseFields,
  complete: CompleteFields,
  returnToCounter: ReasonField,
  reassign: ReassignFields,
  askHelp: AskHelpFields,
  giveHelp: GiveHelpFields,
  recuse: RecuseFields,
  extend: ExtendFields,
  suspend: SuspendFields,
  decide: DecideFields,
  issue: IssueFields,
  deliver: DeliverFields,
  withdraw: ReasonField,
  terminate: ReasonField,
};
