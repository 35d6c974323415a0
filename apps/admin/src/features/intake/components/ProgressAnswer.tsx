import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Provisional } from '../../../ui/DueWords';
import { Facts } from '../../../ui/Facts';
import { stateOf } from '../../../ui/state-of';
import { StateTag } from '../../../ui/Tags';
import { closingWords, stamp } from '../../../ui/time';

interface Props {
  progress: Dto<'ProgressDto'>;
  onAnother: () => void;
}

const MARK = { DONE: '✓', CURRENT: '●', AHEAD: '○' } as const;

export function ProgressAnswer({ progress, onAnother }: Props) {
  const { t, i18n } = useTranslation();
  const at = (instant: string | null) => instant && stamp(instant);
  const state = stateOf(progress.state);
  const open = progress.decidedAt === null;
  return (
    <section className="panel progress-answer" aria-live="polite">
      <h2>{progress.itemName}</h2>
      <p className="number soft">{progress.caseNumber}</p>
      <p className="progress-now">
        <span className="soft">{t('progress.current')}</span>
        {state && <StateTag state={state} />}
      </p>
      {open && progress.promisedDueAt && (
        <p className="progress-due">
          <span className="soft">{t('progress.due')}</span>
          <strong className="number">{closingWords(progress.promisedDueAt, i18n.language)}</strong>
          {progress.provisional && <Provisional />}
        </p>
      )}
      <h3>{t('progress.steps')}</h3>
      <ol className="progress-steps">
        {progress.steps.map(({ name, progress: where }, index) => (
          <li key={`${index}-${name}`} data-progress={where}>
            <span aria-hidden>{MARK[where]}</span>
            <span>
              {name}
              <small>{t(`stageProgress.${where}`)}</small>
            </span>
          </li>
        ))}
      </ol>
      <Facts
        facts={[
          [t('progress.asked'), at(progress.registeredAt)],
          [t('progress.accepted'), at(progress.acceptedAt)],
          [t('progress.decided'), at(progress.decidedAt)],
          [t('progress.delivered'), at(progress.deliveredAt)],
        ]}
      />
      <p className="progress-contact">
        {t('progress.contact', { unit: progress.unitName })}
        {progress.unitTelephone && (
          <a href={`tel:${progress.unitTelephone}`} className="number">
            {progress.unitTelephone}
          </a>
        )}
      </p>
      <Button onClick={onAnother}>{t('progress.another')}</Button>
    </section>
  );
}
