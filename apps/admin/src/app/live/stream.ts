import type { Change } from './keys-of';

const ADDRESS = '/api/v1/live';
/** After a refusal; a broken connection the browser seeks again by itself. */
const AGAIN_MS = 30_000;

interface Told {
  /** From now on nothing is missed; what was loaded before may be out of date. */
  ready: () => void;
  changed: (changes: Change[]) => void;
  /** The server does not want this page any more: perhaps the session is over. */
  refused: () => void;
}

/**
 * Listens as long as somebody looks at the page: browsers share few connections among all tabs of a
 * house, and a hidden tab loads anew when it is looked at again.
 *
 * @returns how to stop
 */
export function listenWhileVisible(told: Told): () => void {
  let source: EventSource | undefined;
  let again: number | undefined;
  const close = () => {
    window.clearTimeout(again);
    source?.close();
    source = undefined;
  };
  const open = () => {
    close();
    source = new EventSource(ADDRESS);
    source.addEventListener('ready', told.ready);
    source.addEventListener('changed', ({ data }: MessageEvent<string>) =>
      told.changed(JSON.parse(data) as Change[]),
    );
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      told.refused();
      again = window.setTimeout(open, AGAIN_MS);
    });
  };
  const look = () => (document.visibilityState === 'visible' ? open() : close());
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
