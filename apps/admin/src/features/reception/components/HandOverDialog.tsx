import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { recipientsQuery } from '../api/consultations';

interface Props {
  onSubmit: (handOver: Dto<'HandOverInputDto'>) => Promise<unknown>;
  onClose: () => void;
}

/** To whom a duty is handed: a unit, and perhaps a person of it. */
export function HandOverDialog({ onSubmit, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog<Dto<'HandOverInputDto'>>
      title={t('reception.handOver')}
      okText={t('reception.handOver')}
      intro={t('reception.handOverIntro')}
      onSubmit={({ unitId, accountId, note }) =>
        onSubmit({ unitId, ...(accountId ? { accountId } : {}), ...(note ? { note } : {}) })
      }
      onClose={onClose}
    >
      <Recipients />
      <Form.Item name="note" label={`${t('reception.note')}（${t('common.optional')}）`}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

function Recipients() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const recipients = useQuery(recipientsQuery);
  const unitId = Form.useWatch<string | undefined>('unitId', form);
  const units = recipients.data?.items ?? [];
  const people = units.find(({ id }) => id === unitId)?.people ?? [];
  const label = t('reception.toUnit');
  return (
    <>
      <Form.Item
        name="unitId"
        label={label}
        rules={[{ required: true, message: t('common.choose', { field: label }) }]}
      >
        <Select
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          loading={recipients.isPending}
          onChange={() => form.setFieldValue('accountId', undefined)}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="accountId" label={t('reception.toPerson')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('reception.anyone')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  );
}
