import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Six digits out of an authenticator, or a recovery code: letters, so no keypad of digits. */
export function CodeField({ label }: { label?: string }) {
  const { t } = useTranslation();
  const name = t('identity.code');
  return (
    <Form.Item
      name="code"
      label={label ?? name}
      normalize={(text: string) => text.trim()}
      rules={[{ required: true, message: t('common.required', { field: name }) }]}
    >
      <Input
        autoFocus
        className="number code-field"
        autoComplete="one-time-code"
        maxLength={24}
        spellCheck={false}
      />
    </Form.Item>
  );
}
