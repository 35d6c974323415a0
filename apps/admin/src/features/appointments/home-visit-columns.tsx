import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/DataList';
import { Mark } from '../../ui/Mark';

type Row = Dto<'HomeVisitDto'>;
export type VisitStep = 'assign' | 'register' | 'end';

const LOOK = {
  REQUESTED: 'WARNING',
  ASSIGNED: 'NORMAL',
  DONE: 'NORMAL',
  NOT_MET: 'OVERDUE',
  CANCELLED: 'PAUSED',
} as const;

export function useHomeVisitColumns(
  mayArrange: boolean,
  onStep: (does: VisitStep, row: Row) => void,
): Column<Row>[] {
  const { t } = useTranslation();
  const button = (does: VisitStep, row: Row) => (
    <Button size="small" onClick={() => onStep(does, row)}>
      {t(`visits.${does}`)}
    </Button>
  );
  return [
    {
      key: 'who',
      title: t('visits.applicant'),
      width: 220,
      phone: 'head',
      render: ({ applicantName, reason, note }) => (
        <>
          <span className="cell-main">{applicantName}</span>
          <div className="cell-sub">
            {t(`visits.reasons.${reason}`)}
            {note && ` · ${note}`}
          </div>
        </>
      ),
    },
    { key: 'item', title: t('visits.item'), render: ({ itemName }) => itemName },
    {
      key: 'day',
      title: t('visits.visitOn'),
      width: 170,
      numeric: true,
      render: ({ visitOn, assigneeName, position }) => (
        <div>
          {visitOn ?? t('visits.notArranged')}
          {assigneeName && (
            <div className="cell-sub">
              {t('visits.nth', { position })} · {assigneeName}
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'state',
      title: t('visits.state'),
      width: 150,
      render: ({ state, result }) => (
        <div>
          <Mark look={LOOK[state]}>{t(`visits.visitStates.${state}`)}</Mark>
          {result && <div className="cell-sub">{result}</div>}
        </div>
      ),
    },
    {
      key: 'actions',
      title: t('visits.actions'),
      width: 230,
      render: (row) =>
        mayArrange &&
        row.isOpen && (
          <div className="visit-actions">
            {button('assign', row)}
            {row.state === 'ASSIGNED' && button('register', row)}
            {button('end', row)}
          </div>
        ),
    },
  ];
}
