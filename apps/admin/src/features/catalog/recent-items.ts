import type { Dto } from '@yikou/api-client';

type Item = Dto<'ItemSummaryDto'>;

const MOST = 6;
const keptAs = (accountId: string) => `yikou.recent-items.${accountId}`;

/** What this person took last at this machine; only items, nothing about applicants. */
export function recentItems(accountId: string): Item[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptAs(accountId)) ?? '[]');
    return Array.isArray(kept) ? (kept as Item[]) : [];
  } catch {
    return [];
  }
}

export function rememberItem(accountId: string, item: Item): void {
  const others = recentItems(accountId).filter(({ code }) => code !== item.code);
  localStorage.setItem(keptAs(accountId), JSON.stringify([item, ...others].slice(0, MOST)));
}
