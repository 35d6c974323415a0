import { useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { useTranslation } from 'react-i18next';
import { providerAddress, signInWaysQuery } from '../api/sign-in-ways';

/** The other way in, where the district has one; without it the form alone is enough. */
export function ProviderEntry({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation();
  const { data: ways } = useQuery(signInWaysQuery);
  if (!ways?.oidc) return null;
  return (
    <>
      <Divider plain className="sign-in-or">
        {t('identity.or')}
      </Divider>
      <Button block href={providerAddress(returnTo)}>
        {t('identity.oidc')}
      </Button>
    </>
  );
}
