import type { Dto } from '@yikou/api-client';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { useChangePassword } from '../api/change-password';
import { NewPasswordField } from './NewPasswordField';
import { PasswordField } from './PasswordField';
import './password.css';

interface Props {
  loginName: string;
  /** The present one was given out by an administrator. */
  oneTime?: boolean;
  onDone: () => void;
}

interface Entered extends Dto<'ChangePasswordDto'> {
  again: string;
}

export function PasswordForm({ loginName, oneTime = false, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const change = useChangePassword();
  const send = async ({ currentPassword, newPassword }: Entered): Promise<void> => {
    await change.mutateAsync({ currentPassword, newPassword });
    form.resetFields();
    onDone();
  };
  const { submit, refusal, pending } = useSubmit(form, send, {
    'identity.password_wrong': 'currentPassword',
  });
  return (
    <Form<Entered>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      {/* So that the browser's keyring knows whose password it is. */}
      <input hidden readOnly autoComplete="username" value={loginName} />
      <PasswordField
        name="currentPassword"
        label={t(oneTime ? 'password.oneTime' : 'password.current')}
        autoComplete="current-password"
      />
      <NewPasswordField />
      <Refused error={refusal} />
      <Button type="primary" htmlType="submit" loading={pending} block={oneTime}>
        {t('password.submit')}
      </Button>
    </Form>
  );
}
