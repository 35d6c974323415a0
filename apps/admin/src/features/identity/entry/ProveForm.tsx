import type { Dto } from '@yikou/api-client';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { useProveSession } from '../api/prove-session';
import { CodeField } from '../components/CodeField';

/** The code of somebody whom a provider has let in. */
export function ProveForm() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Dto<'CodeDto'>>();
  const prove = useProveSession();
  const { submit, refusal, pending } = useSubmit(form, prove.mutateAsync, {
    'identity.code_not_accepted': 'code',
  });
  return (
    <Form<Dto<'CodeDto'>>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      <CodeField />
      <Refused error={refusal} />
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t('first.codeSubmit')}
      </Button>
    </Form>
  );
}
