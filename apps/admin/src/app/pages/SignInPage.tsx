import { useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { SignInForm } from '../../features/identity/SignInForm';
import { publicTheme } from '../../ui/theme';
import { useTitle } from '../../ui/use-title';
import { Brand } from '../shell/Brand';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import '../shell/shell.css';
import './sign-in.css';

/** Only an address of this site: never where a link from outside wants to lead. */
function ownAddress(from: string | null): string {
  return from?.startsWith('/') && !/^\/[/\\]/.test(from) ? from : '/';
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { data: account } = useQuery(meQuery);
  useTitle(t('identity.title'));
  if (account) return <Navigate to={ownAddress(search.get('from'))} replace />;
  return (
    <div className="sign-in">
      <header>
        <Brand />
        <LanguageSwitch />
      </header>
      <main>
        <section className="sign-in-card">
          <h1>{t('identity.title')}</h1>
          <p className="soft">{t('identity.intro')}</p>
          <ConfigProvider theme={publicTheme}>
            <SignInForm />
          </ConfigProvider>
          <p className="sign-in-note">{t('identity.footer')}</p>
        </section>
        <nav className="sign-in-public" aria-label={t('identity.public')}>
          <span>{t('identity.public')}</span>
          <Link to="/items">{t('identity.guide')}</Link>
          <Link to="/progress">{t('identity.progress')}</Link>
        </nav>
      </main>
    </div>
  );
}
