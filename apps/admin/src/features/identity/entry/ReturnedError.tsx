import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

const KNOWN = [
  'oidc_not_offered',
  'oidc_unavailable',
  'oidc_failed',
  'oidc_unknown',
  'demo_account_refused',
] as const;

/** Why the provider sent somebody back without a session: a code of ours, in the address. */
export function ReturnedError({ code }: { code: string | null }) {
  const { t } = useTranslation();
  if (!code) return null;
  const known = KNOWN.find((one) => code === `identity.${one}`) ?? 'other';
  return (
    <Alert className="refused" type="warning" showIcon title={t(`identity.returned.${known}`)} />
  );
}
