import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AccountFacts } from '../../features/identity/accounts/AccountFacts';
import { AccountSecurity } from '../../features/identity/accounts/AccountSecurity';
import { AccountSessions } from '../../features/identity/accounts/AccountSessions';
import { ActiveMark } from '../../features/identity/accounts/ActiveMark';
import { GrantsPanel } from '../../features/identity/accounts/GrantsPanel';
import { IdentitiesPanel } from '../../features/identity/accounts/IdentitiesPanel';
import { accountQuery } from '../../features/identity/api/account';
import { meQuery } from '../../features/identity/api/me';
import { EveryUnitSelect } from '../../features/organisation/components/EveryUnitSelect';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';
import './account-page.css';

export function AccountPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const account = useQuery(accountQuery(id));
  return (
    <div className="page">
      <QueryView query={account} rows={12}>
        {(one) => (
          <>
            <PageHead
              title={one.displayName}
              beside={<ActiveMark account={one} />}
              note={one.loginName}
              crumbs={[
                { label: t('accounts.title'), to: '/accounts' },
                { label: t('account.crumb') },
              ]}
            />
            <AccountParts account={one} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function AccountParts({ account }: { account: Dto<'ManagedAccountDto'> }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  // Nothing is offered here that the server refuses to everybody for themselves.
  const mayChange = me?.id !== account.id;
  return (
    <>
      {!mayChange && <Alert type="info" showIcon title={t('account.own')} />}
      <div className="account-columns">
        <div>
          <GrantsPanel account={account} mayChange={mayChange} />
          <IdentitiesPanel account={account} mayChange={mayChange} />
          {mayChange && <AccountSessions accountId={account.id} />}
        </div>
        <div className="account-side">
          <AccountFacts
            account={account}
            mayChange={mayChange}
            unitField={<EveryUnitSelect placeholder={t('accounts.unit')} />}
          />
          {mayChange && <AccountSecurity account={account} />}
        </div>
      </div>
    </>
  );
}
