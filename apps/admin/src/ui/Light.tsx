import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import './light.css';

export type LightName = Dto<'Light'>;

/** Drawn rather than written: a font may lack the sign, or draw it too small. */
const ICON: Record<LightName, string> = {
  NORMAL: 'M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0Z',
  WARNING: 'M5 .5 10 10H0Z',
  OVERDUE: 'M.5.5h9v9h-9Z',
  PAUSED: 'M1.5 0h2.4v10H1.5ZM6.1 0h2.4v10H6.1Z',
};

/** Colour, icon and word together: none of them is needed to read the other two. */
export function Light({ light }: { light: LightName }) {
  const { t } = useTranslation();
  return (
    <span className="light" data-light={light}>
      <svg viewBox="0 0 10 10" width="9" height="9" fill="currentColor" aria-hidden>
        <path d={ICON[light]} />
      </svg>
      {t(`light.${light}`)}
    </span>
  );
}
