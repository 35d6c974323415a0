import { useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, sentenceOf, showAtFields } from '../../../ui/problem';
import { useChangeDraft, type Draft } from '../api/change-draft';
import { draftQuery } from '../api/drafts';
import { standardOf, type FormValues } from './form-values';
import { mergeOf, type Stale } from './merge';

interface Asked {
  id: string;
  form: FormInstance<FormValues>;
  /** The version over which it was typed. */
  seen: RefObject<Draft>;
  /** Counts what is typed, so that what comes in while saving is not taken for saved. */
  typed: RefObject<number>;
  /** Told also how much had been typed when it was sent. */
  onSaved: (saved: Draft, asOf: number) => void;
  onStale: (stale: Stale) => void;
}

/** Saves the form; a refusal goes to its field, and what somebody else has saved is handed on. */
export function useSaveDraft({ id, form, seen, typed, onSaved, onStale }: Asked) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutateAsync, isPending: saving } = useChangeDraft(id);

  const refused = async (error: unknown, mine: ReturnType<typeof standardOf>) => {
    if (isProblem(error, 'catalog.version_stale')) {
      const { standard } = seen.current;
      const now = await client.query({ ...draftQuery(id), staleTime: 0 });
      onStale({ now, ...mergeOf(standard, mine, now.standard) });
    } else if (!isProblem(error) || !showAtFields(form, error, (path) => path.slice(1))) {
      void message.error(sentenceOf(error, t));
    }
  };
  const save = async (): Promise<void> => {
    const values = form.getFieldsValue(true) as FormValues;
    const { reviewUnitId } = values;
    const standard = standardOf(values);
    const asOf = typed.current;
    const { version } = seen.current;
    const body = { version, standard, ...(reviewUnitId ? { reviewUnitId } : {}) };
    try {
      const saved = await mutateAsync({ does: 'edit', body });
      if (saved) onSaved(saved, asOf);
      void message.success(t('draft.saved'));
    } catch (error) {
      await refused(error, standard);
    }
  };
  return { save, saving };
}
