import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

type TextName = 'opinion' | 'reason' | 'remedy';

interface Props {
  name: TextName;
  initialValue?: string;
}

const LONGEST = 2000;

export function LongText({ name, initialValue }: Props) {
  const { t } = useTranslation();
  const label = t(`fields.${name}`);
  return (
    <Form.Item
      name={name}
      label={label}
      initialValue={initialValue}
      rules={[
        { required: true, whitespace: true, message: t('common.required', { field: label }) },
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={LONGEST} />
    </Form.Item>
  );
}

export function OpinionField() {
  return <LongText name="opinion" />;
}

export function ReasonField() {
  return <LongText name="reason" />;
}

/** A refusal says why, and where the applicant can turn. */
export function RefuseFields() {
  const { t } = useTranslation();
  return (
    <>
      <LongText name="reason" />
      <LongText name="remedy" initialValue={t('fields.remedyDefault')} />
    </>
  );
}
