import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';

type Tone = 'primary' | 'upper' | 'good' | 'care' | 'bad' | undefined;

const STATE_TONE: Record<Dto<'CaseState'>, Tone> = {
  REGISTERED: 'primary',
  SUPPLEMENT_REQUESTED: 'care',
  ACCEPTED: 'primary',
  TRANSFERRED: 'primary',
  IN_PROGRESS: 'primary',
  SUSPENDED: undefined,
  DECIDED: 'good',
  DELIVERED: 'good',
  ARCHIVED: undefined,
  REFUSED: 'bad',
  WITHDRAWN: undefined,
  TERMINATED: undefined,
};

const PATH_TONE: Record<Dto<'CasePath'>, Tone> = {
  LOCAL_INSTANT: 'good',
  LOCAL_PROMISED: 'primary',
  UPPER: 'upper',
};

export function StateTag({ state }: { state: Dto<'CaseState'> }) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone={STATE_TONE[state]}>
      {t(`state.${state}`)}
    </span>
  );
}

export function PathTag({ path }: { path: Dto<'CasePath'> }) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone={PATH_TONE[path]}>
      {t(`path.${path}`)}
    </span>
  );
}
