import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { signInWaysQuery } from '../api/sign-in-ways';
import { useAccountChange } from './use-account-change';

interface Props {
  accountId: string;
  onClose: () => void;
}

export function LinkDialog({ accountId, onClose }: Props) {
  const { t } = useTranslation();
  const change = useAccountChange(accountId);
  const subject = t('account.subject');
  const send = async ({ issuer, ...entered }: Dto<'LinkIdentityDto'>): Promise<void> => {
    const body = { ...entered, ...(issuer ? { issuer } : {}) };
    await change({ does: 'link', body }, t('account.linked'));
    onClose();
  };
  return (
    <FormDialog<Dto<'LinkIdentityDto'>>
      title={t('account.linkTitle')}
      okText={t('account.link')}
      intro={t('account.identitiesEmptyHint')}
      places={{ 'identity.external_identity_taken': 'subject' }}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="subject"
        label={subject}
        extra={t('account.subjectHint')}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: subject }) },
        ]}
      >
        <Input autoComplete="off" maxLength={255} spellCheck={false} />
      </Form.Item>
      <IssuerField />
    </FormDialog>
  );
}

/** Where the district has a provider of its own, its address goes without saying. */
function IssuerField() {
  const { t } = useTranslation();
  const { data: ways } = useQuery(signInWaysQuery);
  const label = t('account.issuer');
  const known = ways?.oidc ?? true;
  return (
    <Form.Item
      name="issuer"
      label={known ? `${label}（${t('common.optional')}）` : label}
      extra={t(known ? 'account.issuerHint' : 'account.issuerNeeded')}
      normalize={(text: string) => text.trim()}
      rules={known ? [] : [{ required: true, message: t('common.required', { field: label }) }]}
    >
      <Input autoComplete="off" maxLength={300} inputMode="url" spellCheck={false} />
    </Form.Item>
  );
}
