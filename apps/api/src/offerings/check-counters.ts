import { catalogError } from '@yikou/domain';

/** @throws DomainError `catalog.counter_unknown` naming those that the hall does not have */
export function checkCounters(wanted: readonly number[], there: readonly number[]): void {
  const missing = wanted.filter((number) => !there.includes(number));
  if (missing.length === 0) return;
  throw catalogError('catalog.counter_unknown', `${missing.join('、')} 号窗口`, [
    {
      field: 'counters',
      code: 'catalog.counter_unknown',
      detail: `没有 ${missing.join('、')} 号窗口。`,
    },
  ]);
}
