import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import './light.css';

export type LightName = Dto<'Light'>;

const ICON: Record<LightName, string> = { NORMAL: '●', WARNING: '▲', OVERDUE: '■', PAUSED: '‖' };

/** Colour, icon and word together: none of them is needed to read the other two. */
export function Light({ light }: { light: LightName }) {
  const { t } = useTranslation();
  return (
    <span className="light" data-light={light}>
      <span aria-hidden className="light-icon">
        {ICON[light]}
      </span>
      {t(`light.${light}`)}
    </span>
  );
}
