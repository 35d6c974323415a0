import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../ui/problem';
import { useChangeAccount, type AccountChange } from '../api/change-account';

/**
 * Does something to an account as it was seen. Where somebody else was faster it is loaded anew, with a
 * word about it: what was entered no longer fits.
 */
export function useAccountChange(id: string) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { mutateAsync } = useChangeAccount(id);

  return async (change: AccountChange, done: string): Promise<void> => {
    try {
      await mutateAsync(change);
      void message.success(done);
    } catch (error) {
      if (!isProblem(error, 'identity.account_stale')) throw error;
      void message.warning(t('account.stale'));
      await client.invalidateQueries({ queryKey: ['accounts', id] });
    }
  };
}
