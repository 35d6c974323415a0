import type { Dto } from '@yikou/api-client';
import type { ReactNode } from 'react';
import './light.css';

type Look = Dto<'Light'>;

/** Drawn rather than written: a font may lack the sign, or draw it too small. */
const ICON: Record<Look, string> = {
  NORMAL: 'M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0Z',
  WARNING: 'M5 .5 10 10H0Z',
  OVERDUE: 'M.5.5h9v9h-9Z',
  PAUSED: 'M1.5 0h2.4v10H1.5ZM6.1 0h2.4v10H6.1Z',
};

/** Colour, icon and words together: none of them is needed to read the other two. */
export function Mark({ look, children }: { look: Look; children: ReactNode }) {
  return (
    <span className="light" data-light={look}>
      <svg viewBox="0 0 10 10" width="9" height="9" fill="currentColor" aria-hidden>
        <path d={ICON[look]} />
      </svg>
      {children}
    </span>
  );
}
