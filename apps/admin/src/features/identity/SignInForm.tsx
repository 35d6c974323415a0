import type { Dto } from '@yikou/api-client';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../ui/problem';
import { useSignIn } from './api/sign-in';

export function SignInForm() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  return (
    <Form<Dto<'SignInDto'>>
      layout="vertical"
      requiredMark={false}
      onFinish={(body) => signIn.mutate(body)}
    >
      <Form.Item
        name="loginName"
        label={t('identity.loginName')}
        rules={[
          { required: true, message: t('common.required', { field: t('identity.loginName') }) },
        ]}
      >
        <Input autoFocus autoComplete="username" maxLength={64} spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('identity.password')}
        rules={[
          { required: true, message: t('common.required', { field: t('identity.password') }) },
        ]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {signIn.error && (
        <Form.Item>
          <Alert type="error" showIcon title={sentenceOf(signIn.error, t)} />
        </Form.Item>
      )}
      <Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('identity.submit')}
        </Button>
      </Form.Item>
    </Form>
  );
}
