import { useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem, sentenceOf } from '../../ui/problem';
import { useAct, type Act, type ActVerb } from './api/act';

interface Doing {
  subject: Dto<'CaseDto'>;
  verb: ActVerb;
  input?: object;
  /** Takes a refusal into its own hands; true when it has shown it. */
  onRefused?: (error: unknown) => boolean;
  onDone?: (changed: Dto<'CaseDto'>) => void;
  /** Somebody else was faster: what was asked no longer fits the case. */
  onStale?: () => void;
}

/** Does a verb on the case as it was seen; a stale one is loaded anew, with a word about it. */
export function useCaseVerb() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const act = useAct();

  const perform = ({ subject, verb, input = {}, onRefused, onDone, onStale }: Doing) => {
    // Forms name their fields as the API does; the API checks them.
    const asked = { verb, id: subject.id, version: subject.version, input } as Act;
    act.mutate(asked, {
      onSuccess: (changed) => {
        void message.success(t('done', { verb: t(`verb.${verb}`) }));
        onDone?.(changed);
      },
      onError: (error) => {
        if (isProblem(error, 'case.stale')) {
          void message.warning(t('error.stale'));
          void client.invalidateQueries({ queryKey: ['cases', subject.id] });
          onStale?.();
        } else if (!onRefused?.(error)) {
          void message.error(sentenceOf(error, t));
        }
      },
    });
  };
  return { perform, pending: act.isPending, verb: act.isPending ? act.variables.verb : undefined };
}
