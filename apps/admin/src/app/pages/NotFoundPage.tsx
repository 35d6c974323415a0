import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { useTitle } from '../../ui/use-title';

export function NotFoundPage() {
  const { t } = useTranslation();
  useTitle(t('error.notFoundTitle'));
  return (
    <div className="page">
      <EmptyState
        title={t('error.notFoundTitle')}
        hint={t('error.notFoundText')}
        action={<Link to="/">{t('nav.home')}</Link>}
      />
    </div>
  );
}
