import type { Dto } from '@yikou/api-client';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { deliveryWords } from '../../../ui/delivery-words';

export function DeliverFields({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('common.required', { field }) },
  ];
  return (
    <>
      <Form.Item name="method" label={t('fields.method')} initialValue={subject.deliveryMethods[0]}>
        <Radio.Group
          options={subject.deliveryMethods.map((value) => ({
            value,
            label: deliveryWords(value, t),
          }))}
        />
      </Form.Item>
      <Form.Item name="receiver" label={t('fields.receiver')} rules={needed(t('fields.receiver'))}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="proof"
        label={t('fields.proof')}
        extra={t('fields.proofHint')}
        rules={needed(t('fields.proof'))}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}
