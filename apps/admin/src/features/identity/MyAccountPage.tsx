import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { QueryView } from '../../ui/QueryView';
import { meQuery } from './api/me';
import { PasswordForm } from './components/PasswordForm';
import { OwnFacts } from './own/OwnFacts';
import { OwnSessions } from './own/OwnSessions';
import { SecondFactorPanel } from './own/SecondFactorPanel';

export function MyAccountPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const me = useQuery(meQuery);
  return (
    <div className="page">
      <PageHead title={t('me.title')} />
      <QueryView query={me} rows={8}>
        {(account) =>
          account && (
            <>
              <div className="panel-columns">
                <div>
                  <Panel title={t('me.facts')}>
                    <OwnFacts account={account} />
                  </Panel>
                  <SecondFactorPanel state={account.secondFactor} />
                </div>
                <Panel title={t('password.title')}>
                  <PasswordForm
                    loginName={account.loginName}
                    onDone={() => void message.success(t('password.done'))}
                  />
                </Panel>
              </div>
              <OwnSessions />
            </>
          )
        }
      </QueryView>
    </div>
  );
}
