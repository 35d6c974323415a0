import type { Dto } from '@yikou/api-client';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/DataList';
import { Mark } from '../../ui/Mark';
import { stamp } from '../../ui/time';

type Row = Dto<'ArchiveDto'>;

const LOOK = {
  WAITING: 'PAUSED',
  READY: 'NORMAL',
  FAILED: 'OVERDUE',
  DESTROYED: 'PAUSED',
} as const;
const KB = 1024;

interface Acts {
  onVerify: (row: Row) => void;
  onConsult: (row: Row) => void;
}

export function useArchiveColumns(acts: Acts): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'number',
      title: t('archives.catalogueNumber'),
      width: 240,
      phone: 'head',
      render: ({ catalogueNumber, archivedAt }) => (
        <div>
          <span className="cell-main number">{catalogueNumber}</span>
          <div className="cell-sub number">{stamp(archivedAt)}</div>
        </div>
      ),
    },
    {
      key: 'case',
      title: t('archives.case'),
      render: ({ caseId, caseNumber, itemName }) => (
        <div>
          <Link to={`/cases/${caseId}`} className="cell-main">
            {itemName}
          </Link>
          <div className="cell-sub number">{caseNumber}</div>
        </div>
      ),
    },
    {
      key: 'retention',
      title: t('archives.retention'),
      width: 170,
      render: ({ retention, keptUntil, expired }) => (
        <div>
          {t(`archives.retentions.${retention}`)}
          <div className="cell-sub">
            {keptUntil && t('archives.until', { day: keptUntil })}
            {expired && (
              <span className="tag" data-tone="care">
                {t('archives.expired')}
              </span>
            )}
          </div>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('archives.state'),
      width: 200,
      render: (row) => <State row={row} />,
    },
    {
      key: 'actions',
      title: t('common.actions'),
      width: 170,
      render: (row) => <Actions row={row} {...acts} />,
    },
  ];
}

function State({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { state, progress, fileCount, bytes } = row;
  return (
    <div>
      <Mark look={LOOK[state]}>{t(`archives.states.${state}`)}</Mark>
      {state === 'WAITING' && <Progress percent={progress} size="small" />}
      {state === 'READY' && (
        <div className="cell-sub">
          {t('archives.size', { files: fileCount ?? 0, kb: Math.ceil((bytes ?? 0) / KB) })}
        </div>
      )}
    </div>
  );
}

function Actions({ row, onVerify, onConsult }: Acts & { row: Row }) {
  const { t } = useTranslation();
  return (
    <div className="archive-actions">
      {row.allowedActions.includes('verify') && (
        <Button size="small" onClick={() => onVerify(row)}>
          {t('archives.verify')}
        </Button>
      )}
      {row.allowedActions.includes('download') && (
        <Button size="small" onClick={() => onConsult(row)}>
          {t('archives.consult')}
        </Button>
      )}
    </div>
  );
}
