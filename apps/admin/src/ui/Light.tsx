import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Mark } from './Mark';

export type LightName = Dto<'Light'>;

export function Light({ light }: { light: LightName }) {
  const { t } = useTranslation();
  return <Mark look={light}>{t(`light.${light}`)}</Mark>;
}
