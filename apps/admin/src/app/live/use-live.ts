import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../../features/identity/api/me';
import { keysOf, LIVE_KEYS } from './keys-of';
import { listenWhileVisible } from './stream';

/** A hall in full swing changes often; nobody reads faster than this. */
const REST_MS = 1500;

/** Keeps what is on the page up to date without reloading it: the server tells what has changed. */
export function useLive(on: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!on) return undefined;
    const { renew, stop } = renewer((queryKey) => void client.invalidateQueries({ queryKey }));
    const silence = listenWhileVisible({
      ready: () => renew(LIVE_KEYS),
      changed: (changes) => renew(changes.flatMap(keysOf)),
      refused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    });
    return () => {
      silence();
      stop();
    };
  }, [client, on]);
}

/** At once, then not again before a rest is over: what comes meanwhile is renewed together after it. */
function renewer(renewOne: (key: QueryKey) => void) {
  const waiting = new Map<string, QueryKey>();
  let resting: number | undefined;
  const work = () => {
    resting = undefined;
    if (waiting.size === 0) return;
    const keys = [...waiting.values()];
    waiting.clear();
    resting = window.setTimeout(work, REST_MS);
    for (const key of keys) renewOne(key);
  };
  return {
    renew: (keys: readonly QueryKey[]) => {
      for (const key of keys) waiting.set(JSON.stringify(key), key);
      if (resting === undefined) work();
    },
    stop: () => window.clearTimeout(resting),
  };
}
