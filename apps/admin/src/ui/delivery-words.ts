import type { TFunction } from 'i18next';

const KNOWN = ['WINDOW', 'POST', 'SELF_SERVICE', 'HOME_VISIT', 'ELECTRONIC'] as const;

/** Delivery methods are data of the item; one that we do not know is shown as it came. */
export function deliveryWords(method: string, t: TFunction): string {
  const known = KNOWN.find((one) => one === method);
  return known ? t(`delivery.${known}`) : method;
}
