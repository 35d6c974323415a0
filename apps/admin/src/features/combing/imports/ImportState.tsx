import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../ui/Mark';

const LOOK: Record<Dto<'ImportState'>, Dto<'Light'>> = {
  WAITING: 'PAUSED',
  RUNNING: 'WARNING',
  DONE: 'NORMAL',
  REFUSED: 'OVERDUE',
  CANCELLED: 'PAUSED',
  FAILED: 'OVERDUE',
};

export function ImportState({ state }: { state: Dto<'ImportState'> }) {
  const { t } = useTranslation();
  return <Mark look={LOOK[state]}>{t(`listImport.states.${state}`)}</Mark>;
}
