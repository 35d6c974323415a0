import type { Dto } from '@yikou/api-client';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { useResetPassword, useResetSecondFactor } from '../api/account-secrets';
import { useAccountChange } from './use-account-change';

export type SecurityAct = 'resetPassword' | 'resetFactor' | 'deactivate' | 'reactivate';

interface Props {
  account: Dto<'ManagedAccountDto'>;
  act: SecurityAct;
  onPassword: (password: Dto<'OneTimePasswordDto'>) => void;
  onClose: () => void;
}

/** Says what follows, then does it. */
export function SecurityDialog({ account, act, onPassword, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id, version, displayName: name } = account;
  const resetPassword = useResetPassword(id);
  const resetFactor = useResetSecondFactor(id);
  const change = useAccountChange(id);

  const perform: Record<SecurityAct, () => Promise<unknown>> = {
    resetPassword: async () => onPassword(await resetPassword.mutateAsync(undefined)),
    resetFactor: async () => {
      await resetFactor.mutateAsync(undefined);
      void message.success(t('account.factorReset'));
    },
    deactivate: () =>
      change({ does: 'change', body: { version, active: false } }, t('account.deactivated')),
    reactivate: () =>
      change({ does: 'change', body: { version, active: true } }, t('account.reactivated')),
  };
  const send = async (): Promise<void> => {
    await perform[act]();
    onClose();
  };
  return (
    <FormDialog
      danger={act !== 'reactivate'}
      title={t(`account.${act}`)}
      okText={t(`account.${act}`)}
      intro={t(`account.${act}Text`, { name })}
      onSubmit={send}
      onClose={onClose}
    />
  );
}
