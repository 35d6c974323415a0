import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { stamp } from '../../../ui/time';
import './hands.css';

interface Props {
  subject: Dto<'CaseDto'>;
}

/** Every special procedure of the case, the one going on as well (T9). */
export function Suspensions({ subject }: Props) {
  const { t } = useTranslation();
  if (subject.suspensions.length === 0) return <p className="soft">{t('case.noSuspensions')}</p>;
  return (
    <ul className="hands-list">
      {subject.suspensions.map(({ procedureName, reason, startedAt, endedAt, countsInLimit }) => (
        <li key={startedAt}>
          <strong>{procedureName}</strong>
          <span className="soft">
            {t(countsInLimit ? 'guide.countsIn' : 'guide.countsOut')} ·{' '}
            {t('case.from', { at: stamp(startedAt) })} ·{' '}
            {endedAt ? t('case.until', { at: stamp(endedAt) }) : t('case.going')}
          </span>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** What colleagues were asked and what they said. */
export function Helps({ subject }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="hands-list">
      {subject.helps.map(({ askedAt, askedByName, askedOfName, question, opinion }) => (
        <li key={askedAt + askedOfName}>
          <span className="soft">
            {stamp(askedAt)} {t('case.helpAsked', { by: askedByName, of: askedOfName, question })}
          </span>
          <span>{opinion ?? t('case.helpPending')}</span>
        </li>
      ))}
    </ul>
  );
}
