import { App, Form } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../api/change-draft';
import { valuesOf, type FormValues } from './form-values';
import type { Stale } from './merge';
import { useSaveDraft } from './use-save-draft';

interface Asked {
  draft: Draft;
  unsaved: boolean;
  setUnsaved: (unsaved: boolean) => void;
}

/**
 * Holds what is typed over the version as it was seen. Saving hands that version back, so that of two
 * who write at once the second is told; nothing that was typed is lost by it.
 */
export function useDraftForm({ draft, unsaved, setUnsaved }: Asked) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<FormValues>();
  const [stale, setStale] = useState<Stale>();
  const seen = useRef(draft);
  const typed = useRef(0);
  const { save, saving } = useSaveDraft({
    id: draft.id,
    form,
    seen,
    typed,
    onSaved: (saved, asOf) => {
      seen.current = saved;
      if (typed.current === asOf) setUnsaved(false);
    },
    onStale: setStale,
  });

  const show = (now: Draft, values = valuesOf(now)) => {
    seen.current = now;
    // Not only set: what was wrong with the fields before goes too.
    form.resetFields();
    form.setFieldsValue(values);
  };
  const adopt = useEffectEvent((newest: Draft) => {
    if (newest.version !== seen.current.version && !unsaved) show(newest);
  });
  useEffect(() => adopt(draft), [draft]);

  const settle = (isKept: boolean) => {
    if (!stale) return;
    const { now, standard } = stale;
    const { reviewUnitId } = form.getFieldsValue(true) as FormValues;
    const mine = { ...now, standard, reviewUnitId: reviewUnitId ?? now.reviewUnitId };
    show(now, valuesOf(isKept ? mine : now));
    setUnsaved(isKept);
    setStale(undefined);
    if (isKept) void message.info(t('draft.merged'));
  };
  return {
    form,
    saving,
    stale,
    save: () => (unsaved && !saving ? save() : undefined),
    changed: () => {
      typed.current += 1;
      setUnsaved(true);
    },
    keepMine: () => settle(true),
    dropMine: () => settle(false),
    later: () => setStale(undefined),
  };
}
