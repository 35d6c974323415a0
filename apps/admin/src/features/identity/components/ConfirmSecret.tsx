import type { Dto } from '@yikou/api-client';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { confirmSecondFactor } from '../api/second-factor';
import { CodeField } from './CodeField';
import { SecretCode } from './SecretCode';

interface Props {
  setup: Dto<'SecondFactorSetupDto'>;
  onConfirmed: (recoveryCodes: string[]) => void;
  onAnew: () => void;
}

/** The secret for the authenticator, and its first code as a proof that it has arrived. */
export function ConfirmSecret({ setup, onConfirmed, onAnew }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Dto<'CodeDto'>>();
  const send = async ({ code }: Dto<'CodeDto'>): Promise<void> => {
    const { recoveryCodes } = await confirmSecondFactor(code);
    onConfirmed(recoveryCodes);
  };
  const { submit, refusal, pending } = useSubmit(form, send, {
    'identity.code_not_accepted': 'code',
  });
  return (
    <Form<Dto<'CodeDto'>>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      <SecretCode setup={setup} />
      <CodeField label={t('factor.confirmTitle')} />
      <Refused error={refusal} />
      <div className="factor-actions">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('factor.confirm')}
        </Button>
        <Button onClick={onAnew}>{t('factor.anew')}</Button>
      </div>
    </Form>
  );
}
