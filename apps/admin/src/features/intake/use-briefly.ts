import type { Dto } from '@yikou/api-client';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

type Clear = Dto<'ClearApplicantDto'>;

const SHOWN_MS = 60_000;
const TICK_MS = 250;

/** Holds data in clear for a minute, and no longer than the page is in front of somebody. */
export function useBriefly() {
  const [shown, setShown] = useState<Clear>();
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (!shown) return;
    const until = Date.now() + SHOWN_MS;
    const hide = () => setShown(undefined);
    const tick = setInterval(() => {
      const rest = until - Date.now();
      setLeft(rest);
      if (rest <= 0) hide();
    }, TICK_MS);
    // A page that the browser keeps to go back to would come back with it.
    const leave = () => flushSync(hide);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(tick);
      window.removeEventListener('pagehide', leave);
    };
  }, [shown]);

  const show = (clear: Clear) => {
    setLeft(SHOWN_MS);
    setShown(clear);
  };
  return {
    shown,
    seconds: Math.max(0, Math.ceil(left / 1000)),
    show,
    hide: () => setShown(undefined),
  };
}
