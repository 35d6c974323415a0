import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';

/** An item's limit; without a day it is decided on the spot. */
export function limitWords(amount: number, unit: Dto<'LimitUnit'>, t: TFunction): string {
  return amount === 0 ? t('limit.ON_THE_SPOT') : t(`limit.${unit}`, { count: amount });
}

/** A clock's limit; without a day it ends with the day on which it started. */
export function clockLimitWords(amount: number, unit: Dto<'LimitUnit'>, t: TFunction): string {
  return amount === 0 ? t('limit.SAME_DAY') : t(`limit.${unit}`, { count: amount });
}
