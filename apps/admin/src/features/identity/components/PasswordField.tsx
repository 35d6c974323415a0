import { Form, Input, type FormRule } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  name: string;
  label: string;
  autoComplete: 'current-password' | 'new-password';
  rules?: FormRule[];
  dependencies?: string[];
}

export function PasswordField({ name, label, autoComplete, rules = [], dependencies = [] }: Props) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      dependencies={dependencies}
      rules={[{ required: true, message: t('common.required', { field: label }) }, ...rules]}
    >
      <Input.Password autoComplete={autoComplete} maxLength={200} />
    </Form.Item>
  );
}
