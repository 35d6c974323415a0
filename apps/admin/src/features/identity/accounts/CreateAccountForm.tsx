import type { Dto } from '@yikou/api-client';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { useCreateAccount } from '../api/create-account';
import { NameAndUnit } from './NameAndUnit';

interface Props {
  unitField: ReactNode;
  onCreated: (created: Dto<'NewAccountDto'>) => void;
}

export function CreateAccountForm({ unitField, onCreated }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Dto<'CreateAccountDto'>>();
  const create = useCreateAccount();
  const send = async (entered: Dto<'CreateAccountDto'>): Promise<void> =>
    onCreated(await create.mutateAsync(entered));
  const { submit, refusal, pending } = useSubmit(form, send, {
    'identity.login_name_taken': 'loginName',
    'identity.unit_unknown': 'unitId',
  });
  const label = t('accounts.loginName');
  return (
    <Form<Dto<'CreateAccountDto'>>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      <p className="dialog-intro">{t('accounts.createNote')}</p>
      <Form.Item
        name="loginName"
        label={label}
        extra={t('accounts.loginNameHint')}
        normalize={(text: string) => text.trim()}
        rules={[{ required: true, message: t('common.required', { field: label }) }]}
      >
        <Input autoComplete="off" maxLength={64} spellCheck={false} />
      </Form.Item>
      <NameAndUnit unitField={unitField} />
      <Refused error={refusal} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {t('accounts.submit')}
      </Button>
    </Form>
  );
}
