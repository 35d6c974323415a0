import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { previousDate } from '../../../ui/time';
import './timeline.css';

type Version = Dto<'VersionSummaryDto'>;

const TONE = {
  IN_FORCE: 'good',
  COMING: 'primary',
  SUPERSEDED: undefined,
  RETIRED: 'bad',
} as const;

interface Props {
  versions: Version[];
  shown: string | undefined;
  onShow: (id: string) => void;
}

/** The versions, newest first: number, first day, and how each stands today. */
export function VersionTimeline({ versions, shown, onShow }: Props) {
  const { t } = useTranslation();
  return (
    <ol className="timeline">
      {versions.map((version) => (
        <li key={version.id} data-shown={version.id === shown || undefined}>
          <div className="timeline-head">
            <strong>{t('entry.version', { number: version.number })}</strong>
            <StandingTag standing={version.standing} />
          </div>
          <p className="number">{t('entry.from', { date: version.effectiveFrom })}</p>
          {version.retiredFrom && (
            <p className="soft">
              <span className="number">
                {t('entry.until', { date: previousDate(version.retiredFrom) })}
              </span>
              {version.retireReason && `：${version.retireReason}`}
            </p>
          )}
          {version.id !== shown && (
            <Button
              size="small"
              type="link"
              aria-label={`${t('entry.view')} ${t('entry.version', { number: version.number })}`}
              onClick={() => onShow(version.id)}
            >
              {t('entry.view')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

export function StandingTag({ standing }: Pick<Version, 'standing'>) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone={TONE[standing]}>
      {t(`entry.standing.${standing}`)}
    </span>
  );
}
