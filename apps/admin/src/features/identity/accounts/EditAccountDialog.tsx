import type { Dto } from '@yikou/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { NameAndUnit } from './NameAndUnit';
import { useAccountChange } from './use-account-change';

interface Props {
  account: Dto<'ManagedAccountDto'>;
  unitField: ReactNode;
  onClose: () => void;
}

interface Entered {
  displayName: string;
  unitId: string;
}

export function EditAccountDialog({ account, unitField, onClose }: Props) {
  const { t } = useTranslation();
  const change = useAccountChange(account.id);
  const { displayName, unit, version } = account;
  const send = async (entered: Entered): Promise<void> => {
    await change({ does: 'change', body: { version, ...entered } }, t('account.saved'));
    onClose();
  };
  return (
    <FormDialog<Entered>
      title={t('account.editTitle')}
      okText={t('common.save')}
      initial={{ displayName, unitId: unit.id }}
      places={{ 'identity.unit_unknown': 'unitId' }}
      onSubmit={send}
      onClose={onClose}
    >
      <NameAndUnit unitField={unitField} />
    </FormDialog>
  );
}
