import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { useAccountChange } from './use-account-change';

interface Props {
  account: Dto<'ManagedAccountDto'>;
  grant: Dto<'RoleGrantDto'>;
  onClose: () => void;
}

export function RevokeDialog({ account, grant, onClose }: Props) {
  const { t } = useTranslation();
  const change = useAccountChange(account.id);
  const send = async (): Promise<void> => {
    await change({ does: 'revoke', grantId: grant.id }, t('account.revoked'));
    onClose();
  };
  return (
    <FormDialog
      danger
      title={t('account.revokeTitle')}
      okText={t('account.revoke')}
      intro={t('account.revokeText', {
        role: t(`role.${grant.role}`),
        name: account.displayName,
      })}
      onSubmit={send}
      onClose={onClose}
    />
  );
}
