import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';

export function limitWords(amount: number, unit: Dto<'LimitUnit'>, t: TFunction): string {
  return amount === 0 ? t('limit.ON_THE_SPOT') : t(`limit.${unit}`, { count: amount });
}
