import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem, sentenceOf } from './problem';

interface Props {
  error: unknown;
  retry?: () => void;
}

/** What went wrong, the code to quote, and another try. */
export function ErrorState({ error, retry }: Props) {
  const { t } = useTranslation();
  return (
    <div className="state" role="alert">
      <svg className="state-art" viewBox="0 0 72 56" fill="none" stroke="currentColor" aria-hidden>
        <path d="M36 8 64 48H8Z" strokeWidth="2.5" strokeLinejoin="round" />
        <path d="M36 23v11M36 40.5v.5" strokeWidth="3" strokeLinecap="round" />
      </svg>
      <p className="state-title">{t('error.title')}</p>
      <p className="state-text">{sentenceOf(error, t)}</p>
      {isProblem(error) && (
        <p className="state-code">
          {t('error.code', { code: error.code })}
          {error.traceId && ` · ${t('error.trace', { trace: error.traceId })}`}
        </p>
      )}
      {retry && <Button onClick={retry}>{t('common.retry')}</Button>}
    </div>
  );
}
