import type { Dto } from '@yikou/api-client';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';

interface Props {
  counters: Dto<'QueueCounterDto'>[];
  onSubmit: (toCounter: number | undefined) => Promise<unknown>;
  onClose: () => void;
}

export function TransferDialog({ counters, onSubmit, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog<{ toCounter?: number }>
      title={t('queue.transferTitle')}
      okText={t('queue.verbs.transfer')}
      onSubmit={({ toCounter }) => onSubmit(toCounter)}
      onClose={onClose}
    >
      <Form.Item name="toCounter" label={t('queue.toCounter')}>
        <Select
          autoFocus
          allowClear
          placeholder={t('queue.backToQueue')}
          options={counters.map(({ number }) => ({
            value: number,
            label: t('queue.counter', { number }),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
