import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const LONGEST = 500;

/** A reason in words, which has to be given. */
export function LongReason({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required: true, whitespace: true, message: t('common.required', { field: label }) },
      ]}
    >
      <Input.TextArea rows={3} maxLength={LONGEST} showCount />
    </Form.Item>
  );
}
