import { useSyncExternalStore } from 'react';

const TICK_MS = 20_000;
let now = Date.now();
const watchers = new Set<() => void>();

setInterval(() => {
  now = Date.now();
  watchers.forEach((tell) => tell());
}, TICK_MS);

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** The present, renewed often enough for a count of minutes. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => now);
}
