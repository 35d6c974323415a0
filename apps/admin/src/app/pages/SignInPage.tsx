import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { ProviderEntry } from '../../features/identity/entry/ProviderEntry';
import { ReturnedError } from '../../features/identity/entry/ReturnedError';
import { SignInForm } from '../../features/identity/entry/SignInForm';
import { EntryFrame } from './EntryFrame';

/** Only an address of this site: never where a link from outside wants to lead. */
function ownAddress(from: string | null): string {
  return from?.startsWith('/') && !/^\/[/\\]/.test(from) ? from : '/';
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { data: account } = useQuery(meQuery);
  const returnTo = ownAddress(search.get('from'));
  if (account) return <Navigate to={returnTo} replace />;
  return (
    <EntryFrame
      title={t('identity.title')}
      intro={t('identity.intro')}
      below={
        <nav className="sign-in-public" aria-label={t('identity.public')}>
          <span>{t('identity.public')}</span>
          <Link to="/items">{t('identity.guide')}</Link>
          <a href="/progress">{t('identity.progress')}</a>
        </nav>
      }
    >
      <ReturnedError code={search.get('error')} />
      <SignInForm />
      <ProviderEntry returnTo={returnTo} />
      <p className="sign-in-note">{t('identity.footer')}</p>
    </EntryFrame>
  );
}
