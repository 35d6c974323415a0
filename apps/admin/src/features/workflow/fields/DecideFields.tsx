import type { Dto } from '@yikou/api-client';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { LongText, RefuseFields } from './TextFields';

const OUTCOMES = ['APPROVED', 'REJECTED'] as const;

export function DecideFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<{ opinion: string }>();
  const outcome = Form.useWatch<Dto<'Outcome'> | undefined>('outcome');
  /** The usual sentence follows the outcome as long as nobody has changed it. */
  const follow = (chosen: Dto<'Outcome'>) => {
    const usual: string[] = OUTCOMES.map((one) => t(`fields.usualOpinion.${one}`));
    if (usual.includes(form.getFieldValue('opinion') as string)) {
      form.setFieldValue('opinion', t(`fields.usualOpinion.${chosen}`));
    }
  };
  return (
    <>
      <Form.Item name="outcome" label={t('fields.outcome')} initialValue="APPROVED">
        <Radio.Group
          optionType="button"
          onChange={(event) => follow(event.target.value as Dto<'Outcome'>)}
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Form.Item>
      <LongText name="opinion" initialValue={t('fields.usualOpinion.APPROVED')} />
      {outcome === 'REJECTED' && <RefuseFields />}
    </>
  );
}
