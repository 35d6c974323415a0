import type { Dto } from '@yikou/api-client';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeFiling } from './api';
import type { RowAct } from './FilingRows';

interface Props {
  filing: Dto<'FilingDto'>;
  act: RowAct;
  onClose: () => void;
}

/** A question about a row, or its answer. */
export function SayDialog({ filing, act, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeFiling();
  const { does, row } = act;
  const send = async ({ text }: { text: string }) => {
    const { place } = row;
    await mutateAsync(
      does === 'ask'
        ? { does, filing, place, question: text }
        : { does, filing, place, answer: text },
    );
    void message.success(t(`filings.done.${does}`));
    onClose();
  };
  const label = t(does === 'ask' ? 'filings.question' : 'filings.answerText');
  return (
    <FormDialog<{ text: string }>
      title={t(`filings.${does}`)}
      okText={t(`filings.${does}`)}
      intro={t(`filings.intro_${does}`, { number: row.caseNumber })}
      places={{ 'filing.query_open_already': 'text' }}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={label}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: label }) },
        ]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}
