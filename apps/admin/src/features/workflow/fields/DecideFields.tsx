import type { Dto } from '@yikou/api-client';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { LongText, RefuseFields } from './TextFields';

const OUTCOMES = ['APPROVED', 'REJECTED'] as const;

export function DecideFields() {
  const { t } = useTranslation();
  const outcome = Form.useWatch<Dto<'Outcome'> | undefined>('outcome');
  return (
    <>
      <Form.Item name="outcome" label={t('fields.outcome')} initialValue="APPROVED">
        <Radio.Group
          optionType="button"
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Form.Item>
      <LongText name="opinion" initialValue={t('fields.approvedOpinion')} />
      {outcome === 'REJECTED' && <RefuseFields />}
    </>
  );
}
