import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';
import { meQuery } from './api/me';
import { SecondFactorSetup } from './components/SecondFactorSetup';

/** For whoever wants a second factor without having to. */
export function SecondFactorPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useQuery(meQuery);
  return (
    <div className="page narrow-page">
      <PageHead
        title={t('factor.setUp')}
        crumbs={[{ label: t('me.title'), to: '/me' }, { label: t('factor.title') }]}
      />
      <section className="panel panel-body">
        <QueryView query={me} rows={4}>
          {(account) =>
            account && (
              <SecondFactorSetup
                loginName={account.loginName}
                onDone={() => void navigate('/me')}
              />
            )
          }
        </QueryView>
      </section>
    </div>
  );
}
