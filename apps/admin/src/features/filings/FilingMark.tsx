import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/Mark';

const LOOK = { SENT: 'WARNING', QUERIED: 'PAUSED', ACKNOWLEDGED: 'NORMAL' } as const;

export function FilingMark({ state }: { state: Dto<'FilingState'> }) {
  const { t } = useTranslation();
  return <Mark look={LOOK[state]}>{t(`filings.states.${state}`)}</Mark>;
}
