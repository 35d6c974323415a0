import { useEffect, useEffectEvent } from 'react';

export type Hotkeys = Partial<Record<string, () => void>>;

const TEXT_FIELD = 'input, textarea, select, [contenteditable="true"]';
const OPEN_DIALOG = '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open';

/** F-keys work everywhere; characters only outside text fields; nothing while a dialog is open. */
export function useHotkeys(hotkeys: Hotkeys): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const act = hotkeys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof Element && event.target.matches(TEXT_FIELD);
    if (typing && event.key.length === 1) return;
    if (document.querySelector(OPEN_DIALOG)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
