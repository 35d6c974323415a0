import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/DataList';
import { Mark } from '../../ui/Mark';
import { stamp } from '../../ui/time';

type Row = Dto<'AppointmentDto'>;

const LOOK = {
  BOOKED: 'NORMAL',
  CHECKED_IN: 'WARNING',
  SERVED: 'NORMAL',
  CANCELLED: 'PAUSED',
  MISSED: 'OVERDUE',
} as const;

interface Does {
  onRegister: (row: Row) => void;
  onChange: (does: 'check-in' | 'cancel', row: Row) => void;
}

export function useAppointmentColumns({ onRegister, onChange }: Does): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'slot',
      title: t('visits.slot'),
      width: 190,
      phone: 'head',
      numeric: true,
      render: ({ slotAt, counter }) => (
        <>
          <span className="cell-main">{stamp(slotAt)}</span>
          <div className="cell-sub">{t('visits.counter', { counter })}</div>
        </>
      ),
    },
    {
      key: 'who',
      title: t('visits.applicant'),
      width: 170,
      render: ({ applicantName, code, byHall }) => (
        <div>
          {applicantName}
          <div className="cell-sub number">
            {code}
            {byHall && ` · ${t('visits.byHall')}`}
          </div>
        </div>
      ),
    },
    { key: 'item', title: t('visits.item'), render: ({ itemName }) => itemName },
    {
      key: 'state',
      title: t('visits.state'),
      width: 110,
      render: ({ state }) => <Mark look={LOOK[state]}>{t(`visits.states.${state}`)}</Mark>,
    },
    {
      key: 'actions',
      title: t('visits.actions'),
      width: 230,
      render: (row) => (
        <div className="visit-actions">
          {row.allowedActions.includes('checkIn') && (
            <Button size="small" type="primary" onClick={() => onChange('check-in', row)}>
              {t('visits.checkIn')}
            </Button>
          )}
          {row.allowedActions.includes('register') && (
            <Button size="small" type="primary" onClick={() => onRegister(row)}>
              {t('visits.register')}
            </Button>
          )}
          {row.allowedActions.includes('cancel') && (
            <Button size="small" onClick={() => onChange('cancel', row)}>
              {t('visits.cancel')}
            </Button>
          )}
        </div>
      ),
    },
  ];
}
