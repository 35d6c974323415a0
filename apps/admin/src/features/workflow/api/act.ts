import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Dto } from '@yikou/api-client';
import { caseQuery } from './case';

/** What is sent with each verb besides the version. */
export interface VerbInputs {
  requestSupplement: Omit<Dto<'RequestSupplementDto'>, 'version'>;
  supplement: Omit<Dto<'SupplementDto'>, 'version'>;
  accept: object;
  refuse: Omit<Dto<'RefuseDto'>, 'version'>;
  transfer: object;
  claim: object;
  complete: Omit<Dto<'OpinionDto'>, 'version'>;
  suspend: Omit<Dto<'SuspendDto'>, 'version'>;
  resume: object;
  upload: object;
  decide: Omit<Dto<'DecideDto'>, 'version'>;
  issue: Omit<Dto<'IssueDto'>, 'version'>;
  deliver: Omit<Dto<'DeliverDto'>, 'version'>;
  withdraw: Omit<Dto<'ReasonDto'>, 'version'>;
  terminate: Omit<Dto<'ReasonDto'>, 'version'>;
  archive: object;
  returnToCounter: Omit<Dto<'TaskReasonDto'>, 'version'>;
  reassign: Omit<Dto<'ReassignDto'>, 'version'>;
  askHelp: Omit<Dto<'AskHelpDto'>, 'version'>;
  giveHelp: Omit<Dto<'OpinionDto'>, 'version'>;
  recuse: Omit<Dto<'TaskReasonDto'>, 'version'>;
  extend: Omit<Dto<'ExtendDto'>, 'version'>;
}

export type ActVerb = keyof VerbInputs;

type Sender<Verb extends ActVerb> = (
  id: string,
  body: VerbInputs[Verb] & { version: number },
) => Promise<Dto<'CaseDto'>>;

const at = (id: string) => ({ path: { id } });

const SEND: { [Verb in ActVerb]: Sender<Verb> } = {
  requestSupplement: (id, body) =>
    bodyOf(api.POST('/api/v1/cases/{id}/request-supplement', { params: at(id), body })),
  supplement: (id, body) =>
    bodyOf(api.POST('/api/v1/cases/{id}/supplement', { params: at(id), body })),
  accept: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/accept', { params: at(id), body })),
  refuse: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/refuse', { params: at(id), body })),
  transfer: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/transfer', { params: at(id), body })),
  claim: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/claim', { params: at(id), body })),
  complete: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/complete', { params: at(id), body })),
  suspend: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/suspend', { params: at(id), body })),
  resume: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/resume', { params: at(id), body })),
  upload: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/upload', { params: at(id), body })),
  decide: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/decide', { params: at(id), body })),
  issue: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/issue', { params: at(id), body })),
  deliver: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/deliver', { params: at(id), body })),
  withdraw: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/withdraw', { params: at(id), body })),
  terminate: (id, body) =>
    bodyOf(api.POST('/api/v1/cases/{id}/terminate', { params: at(id), body })),
  archive: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/archive', { params: at(id), body })),
  returnToCounter: (id, body) =>
    bodyOf(api.POST('/api/v1/cases/{id}/return-to-counter', { params: at(id), body })),
  reassign: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/reassign', { params: at(id), body })),
  askHelp: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/ask-help', { params: at(id), body })),
  giveHelp: (id, body) =>
    bodyOf(api.POST('/api/v1/cases/{id}/give-help', { params: at(id), body })),
  recuse: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/recuse', { params: at(id), body })),
  extend: (id, body) => bodyOf(api.POST('/api/v1/cases/{id}/extend', { params: at(id), body })),
};

/** A verb with its input, and the case as the person saw it. */
export type Act = {
  [Verb in ActVerb]: { verb: Verb; id: string; version: number; input: VerbInputs[Verb] };
}[ActVerb];

/** The table above pairs each verb with its input; TypeScript cannot follow the pair through it. */
function send({ verb, id, version, input }: Act): Promise<Dto<'CaseDto'>> {
  const sender = SEND[verb] as (id: string, body: object) => Promise<Dto<'CaseDto'>>;
  return sender(id, { ...input, version });
}

/** Does one verb; everything that may have changed by it is renewed. */
export function useAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (changed) => {
      client.setQueryData(caseQuery(changed.id).queryKey, changed);
      await client.invalidateQueries({
        predicate: ({ queryKey: [first, second, third] }) =>
          first === 'tasks' ||
          first === 'deadlines' ||
          (first === 'cases' &&
            (second === 'list' || (second === changed.id && third !== undefined))),
      });
    },
  });
}
