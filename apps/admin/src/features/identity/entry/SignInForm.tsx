import type { Dto } from '@yikou/api-client';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../ui/problem';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { useSignIn } from '../api/sign-in';
import { CodeField } from '../components/CodeField';
import { PasswordFields } from './PasswordFields';

type Entered = Dto<'SignInDto'>;

/** The password first; the code when the server asks for it. */
export function SignInForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const [asking, setAsking] = useState(false);
  const signIn = useSignIn();

  const send = async (entered: Entered): Promise<void> => {
    try {
      await signIn.mutateAsync(entered);
    } catch (error) {
      // The password was changed between the two steps.
      if (isProblem(error, 'identity.credentials_wrong')) setAsking(false);
      if (!isProblem(error, 'identity.second_factor_required')) throw error;
      setAsking(true);
    }
  };
  const places = { 'identity.code_wrong': 'code' };
  const { submit, refusal, pending, forget } = useSubmit(form, send, places);
  const startAgain = () => {
    form.resetFields();
    forget();
    setAsking(false);
  };
  return (
    <Form<Entered>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      {asking && <CodeAsked loginName={form.getFieldValue('loginName') as string} />}
      <PasswordFields hidden={asking} />
      {asking && <CodeField />}
      <Refused error={refusal} />
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t('identity.submit')}
      </Button>
      {asking && (
        <Button type="link" block onClick={startAgain}>
          {t('identity.another')}
        </Button>
      )}
    </Form>
  );
}

function CodeAsked({ loginName }: { loginName: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      className="refused"
      type="info"
      showIcon
      title={t('identity.codeTitle')}
      description={t('identity.codeIntro', { loginName })}
    />
  );
}
