import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input } from 'antd';
import type { ProblemError } from '@yikou/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { isProblem } from '../../../ui/problem';
import { dateOf } from '../../../ui/time';
import { draftQuery } from '../api/drafts';
import { useChangeDraft, type Draft, type DraftChange, type DraftVerb } from '../api/change-draft';
import { fieldWords } from '../standard/words';

interface Props {
  draft: Draft;
  verb: DraftVerb;
  onClose: () => void;
}

interface Entered {
  reason?: string;
  effectiveFrom?: string;
}

const LONGEST = 500;

/** Says what the verb does, and names everything at once for which publishing is refused. */
export function DraftVerbDialog({ draft, verb, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const change = useChangeDraft(draft.id);
  const [faults, setFaults] = useState<ProblemError['errors']>([]);
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('common.required', { field: label }) },
  ];
  const send = async (entered: Entered): Promise<void> => {
    setFaults([]);
    try {
      await change.mutateAsync({
        does: verb,
        body: { version: draft.version, ...entered },
        // Each form asks for what its verb needs; the server checks it.
      } as DraftChange);
      void message.success(t(`draftDone.${verb}`));
      onClose();
      if (verb === 'discard') await navigate('/catalog/drafts');
    } catch (error) {
      if (isProblem(error, 'catalog.version_incomplete')) setFaults(error.errors);
      if (!isProblem(error, 'catalog.version_stale')) throw error;
      await client.invalidateQueries({ queryKey: ['drafts'] });
      const now = await client.query(draftQuery(draft.id)).catch(() => undefined);
      void message.warning(t('draft.verbStale', { state: now && t(`draftState.${now.state}`) }));
      onClose();
    }
  };
  return (
    <FormDialog<Entered>
      title={t(`draftVerb.${verb}`)}
      okText={t(`draftVerb.${verb}`)}
      intro={t(`draftAsk.${verb}`)}
      danger={verb === 'discard'}
      initial={verb === 'publish' ? { effectiveFrom: dateOf(new Date()) } : {}}
      places={{
        'catalog.effective_date_past': 'effectiveFrom',
        'catalog.effective_date_not_after_last': 'effectiveFrom',
      }}
      onSubmit={send}
      onClose={onClose}
    >
      {verb === 'return' && (
        <Form.Item name="reason" label={t('draft.reason')} rules={required(t('draft.reason'))}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={LONGEST} showCount />
        </Form.Item>
      )}
      {verb === 'publish' && (
        <Form.Item
          name="effectiveFrom"
          label={t('draft.effectiveFrom')}
          extra={t('draft.effectiveNote')}
          rules={[
            { required: true, message: t('common.required', { field: t('draft.effectiveFrom') }) },
          ]}
        >
          <DayPicker />
        </Form.Item>
      )}
      {faults.length > 0 && (
        <Alert
          className="refused"
          type="warning"
          title={t('draft.refusedPublish')}
          description={
            <ul className="fault-list">
              {faults.map(({ field, detail }) => (
                <li key={field + detail}>
                  <strong>{fieldWords(field, t)}</strong>：{detail}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </FormDialog>
  );
}
