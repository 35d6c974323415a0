import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { useProgress } from './api/progress';
import { ProgressAnswer } from './components/ProgressAnswer';
import { ProgressForm } from './components/ProgressForm';
import './progress.css';

/** For the applicant, on any phone: the number from the receipt and the last four of the identity. */
export function ProgressPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const progress = useProgress();
  return (
    <div className="page progress-page">
      <PageHead title={t('progress.title')} note={t('progress.intro')} />
      {progress.data ? (
        <ProgressAnswer progress={progress.data} onAnother={progress.reset} />
      ) : (
        <ProgressForm
          number={search.get('number') ?? ''}
          error={progress.error}
          asking={progress.isPending}
          onAsk={(query) => progress.mutate(query)}
        />
      )}
    </div>
  );
}
