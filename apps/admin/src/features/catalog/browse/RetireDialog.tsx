import { App, Form, Input } from 'antd';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { useRetireItem } from '../api/entry';

interface Props {
  code: string;
  onClose: () => void;
}

const LONGEST = 500;

export function RetireDialog({ code, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const retire = useRetireItem(code);
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('common.required', { field: label }) },
  ];
  const send = async (entered: Dto<'RetireItemDto'>): Promise<void> => {
    await retire.mutateAsync(entered);
    void message.success(t('entry.retired'));
    onClose();
  };
  return (
    <FormDialog<Dto<'RetireItemDto'>>
      danger
      title={t('entry.retireTitle')}
      okText={t('entry.retire')}
      intro={t('entry.retireNote')}
      places={{
        'catalog.effective_date_past': 'lastDay',
        'catalog.effective_date_not_after_last': 'lastDay',
      }}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="lastDay"
        label={t('entry.lastDay')}
        rules={[{ required: true, message: t('common.required', { field: t('entry.lastDay') }) }]}
      >
        <DayPicker />
      </Form.Item>
      <Form.Item name="reason" label={t('entry.reason')} rules={required(t('entry.reason'))}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={LONGEST} showCount />
      </Form.Item>
    </FormDialog>
  );
}
