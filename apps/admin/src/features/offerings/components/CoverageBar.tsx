import { useTranslation } from 'react-i18next';
import './offerings.css';

interface Props {
  share: number;
  entered: number;
  shouldEnter: number;
}

/** How much of what should enter has entered: a bar, and the figures it stands for. */
export function CoverageBar({ share, entered, shouldEnter }: Props) {
  const { t } = useTranslation();
  return (
    <span className="coverage-bar">
      <span className="coverage-track" aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="number">
        {t('coverage.figures', { entered, should: shouldEnter })} · {percent(share)}
      </span>
    </span>
  );
}

/** Never rounded up to a hundred while something is missing. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}
