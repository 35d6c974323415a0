import { anchorOf, partOf } from '../standard/parts';

const FOCUSED = 'input:not([disabled]), textarea, [role="combobox"], button';

/** Shows the field that a path names, or else what is nearest around it, and puts the cursor there. */
export function jumpTo(path: string): void {
  const place = nearestTo(path);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>(FOCUSED)?.focus({ preventScroll: true });
}

function nearestTo(path: string): Element | null {
  const control = document.getElementById(path.replaceAll('.', '_'));
  const cell = control?.closest('.ant-form-item');
  if (cell) return cell;
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('.');
    const found =
      document.querySelector(`[data-field="${CSS.escape(name)}"]`) ??
      document.querySelector(`[data-field^="${CSS.escape(name)}."]`);
    if (found) return found;
  }
  return document.getElementById(anchorOf(partOf(path)));
}
