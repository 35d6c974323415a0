import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../ui/Mark';

const LOOK = { CURRENT: 'NORMAL', STALE: 'WARNING', MISSING: 'OVERDUE' } as const;

export function PublicationMark({ state }: { state: Dto<'PublicationState'> }) {
  const { t } = useTranslation();
  return <Mark look={LOOK[state]}>{t(`publications.stateWords.${state}`)}</Mark>;
}
