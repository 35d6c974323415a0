import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { EmptyState } from '../../ui/EmptyState';
import { useTitle } from '../../ui/use-title';

/** A part of the page that was not loaded yet is gone after an update of the server. */
const GONE = /dynamically imported module|Importing a module script failed|preload/i;

export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const updated = error instanceof Error && GONE.test(error.message);
  const title = t(updated ? 'error.updatedTitle' : 'error.crashTitle');
  useTitle(title);
  return (
    <main className="page">
      <EmptyState
        title={title}
        hint={t(updated ? 'error.updatedText' : 'error.crashText')}
        action={
          <span className="page-head-actions">
            <Button type="primary" onClick={() => window.location.reload()}>
              {t('common.reload')}
            </Button>
            <Button href="/">{t('nav.home')}</Button>
          </span>
        }
      />
    </main>
  );
}
