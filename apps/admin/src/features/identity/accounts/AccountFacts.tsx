import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { Mark } from '../../../ui/Mark';
import { Panel } from '../../../ui/Panel';
import { stamp } from '../../../ui/time';
import { EditAccountDialog } from './EditAccountDialog';

interface Props {
  account: Dto<'ManagedAccountDto'>;
  unitField: ReactNode;
  mayChange: boolean;
}

export function AccountFacts({ account, unitField, mayChange }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { displayName, loginName, unit, secondFactorOn, mustChangePassword } = account;
  const edit = mayChange && (
    <Button size="small" onClick={() => setEditing(true)}>
      {t('account.edit')}
    </Button>
  );
  return (
    <Panel title={t('account.facts')} extra={edit}>
      <Facts
        facts={[
          [t('accounts.displayName'), displayName],
          [t('accounts.loginName'), loginName],
          [t('accounts.unit'), unit.name],
          [t('account.area'), unit.areaName],
          [
            t('accounts.factor'),
            <Mark key="factor" look={secondFactorOn ? 'NORMAL' : 'PAUSED'}>
              {t(`factor.state.${secondFactorOn ? 'ON' : 'NONE'}`)}
            </Mark>,
          ],
          [
            t('accounts.password'),
            t(mustChangePassword ? 'accounts.mustChange' : 'accounts.ownPassword'),
          ],
          [
            t('account.lastSignIn'),
            account.lastSignedInAt ? stamp(account.lastSignedInAt) : t('account.never'),
          ],
          [t('accounts.created'), stamp(account.createdAt)],
        ]}
      />
      {editing && (
        <EditAccountDialog
          account={account}
          unitField={unitField}
          onClose={() => setEditing(false)}
        />
      )}
    </Panel>
  );
}
