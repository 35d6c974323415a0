import type { Dto } from '@yikou/api-client';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import './accounts.css';
import { OneTimePassword } from './OneTimePassword';
import { SecurityDialog, type SecurityAct } from './SecurityDialog';

/** What a security administrator does when somebody has forgotten, lost, left or come back. */
export function AccountSecurity({ account }: { account: Dto<'ManagedAccountDto'> }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<SecurityAct>();
  const [password, setPassword] = useState<Dto<'OneTimePasswordDto'>>();
  const standing: SecurityAct = account.active ? 'deactivate' : 'reactivate';
  return (
    <Panel title={t('account.security')}>
      <div className="account-actions">
        <Button block onClick={() => setAsking('resetPassword')}>
          {t('account.resetPassword')}
        </Button>
        {account.secondFactorOn && (
          <Button block onClick={() => setAsking('resetFactor')}>
            {t('account.resetFactor')}
          </Button>
        )}
        <Button block danger={account.active} onClick={() => setAsking(standing)}>
          {t(`account.${standing}`)}
        </Button>
      </div>
      {asking && (
        <SecurityDialog
          account={account}
          act={asking}
          onPassword={setPassword}
          onClose={() => setAsking(undefined)}
        />
      )}
      {password && (
        <Modal
          open
          title={t('oneTime.title')}
          footer={
            <Button type="primary" onClick={() => setPassword(undefined)}>
              {t('oneTime.close')}
            </Button>
          }
          closable={false}
        >
          <OneTimePassword password={password} name={account.displayName} />
        </Modal>
      )}
    </Panel>
  );
}
