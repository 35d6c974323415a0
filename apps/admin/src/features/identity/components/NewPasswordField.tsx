import type { FormRule } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordField } from './PasswordField';
import { PasswordRules } from './PasswordRules';

/** The new password twice, with what is asked of it told beforehand; the server judges it. */
export function NewPasswordField() {
  const { t } = useTranslation();
  const same: FormRule = ({ getFieldValue }) => ({
    validator: async (_, again: string) => {
      if (again && again !== getFieldValue('newPassword')) throw new Error(t('password.differs'));
    },
  });
  return (
    <>
      <PasswordRules />
      <PasswordField name="newPassword" label={t('password.next')} autoComplete="new-password" />
      <PasswordField
        name="again"
        label={t('password.again')}
        autoComplete="new-password"
        dependencies={['newPassword']}
        rules={[same]}
      />
    </>
  );
}
