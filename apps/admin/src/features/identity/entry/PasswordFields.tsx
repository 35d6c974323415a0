import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Hidden they keep what was entered. */
export function PasswordFields({ hidden }: { hidden: boolean }) {
  const { t } = useTranslation();
  const needed = (field: string) => [{ required: true, message: t('common.required', { field }) }];
  return (
    <>
      <Form.Item
        name="loginName"
        label={t('identity.loginName')}
        hidden={hidden}
        rules={needed(t('identity.loginName'))}
      >
        <Input autoFocus autoComplete="username" maxLength={64} spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('identity.password')}
        hidden={hidden}
        rules={needed(t('identity.password'))}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
