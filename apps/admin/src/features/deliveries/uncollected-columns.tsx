import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/DataList';
import { deliveryWords } from '../../ui/delivery-words';
import { DueCell } from '../../ui/DueCell';
import { Mark } from '../../ui/Mark';
import { shortStamp } from '../../ui/time';

type Row = Dto<'UncollectedDto'>;
type Verb = Dto<'DeliveryVerb'>;

export function useUncollectedColumns(onDo: (verb: Verb, row: Row) => void): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'case',
      title: t('deliveries.case'),
      phone: 'head',
      render: ({ caseId, caseNumber, itemName, applicantName }) => (
        <div>
          <Link to={`/cases/${caseId}`} className="cell-main">
            {itemName}
          </Link>
          <div className="cell-sub">
            <span className="number">{caseNumber}</span> · {applicantName}
          </div>
        </div>
      ),
    },
    {
      key: 'waiting',
      title: t('deliveries.waiting'),
      width: 150,
      render: ({ daysWaiting, issuedAt }) => (
        <div>
          {t('deliveries.days', { count: daysWaiting })}
          <div className="cell-sub number">{shortStamp(issuedAt)}</div>
        </div>
      ),
    },
    {
      key: 'due',
      title: t('deliveries.due'),
      width: 220,
      render: ({ deadline }) => deadline && <DueCell deadline={deadline} />,
    },
    {
      key: 'standing',
      title: t('deliveries.standing'),
      width: 190,
      render: (row) => <Standing row={row} />,
    },
    {
      key: 'actions',
      title: t('common.actions'),
      width: 270,
      render: (row) => (
        <div className="delivery-actions">
          {row.allowedActions
            .filter((verb) => verb !== 'send' || row.deliveryMethods.includes('POST'))
            .map((verb) => (
              <Button
                key={verb}
                size="small"
                type={verb === 'handOver' || verb === 'settle' ? 'primary' : 'default'}
                onClick={() => onDo(verb, row)}
              >
                {t(`deliveries.${verb}`)}
              </Button>
            ))}
        </div>
      ),
    },
  ];
}

function Standing({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { sentBy, trackingNumber, reminders, remindedAt, reminderDue } = row;
  return (
    <div>
      {sentBy ? (
        <Mark look="PAUSED">{t('deliveries.sentBy', { way: deliveryWords(sentBy, t) })}</Mark>
      ) : (
        <Mark look={reminderDue ? 'WARNING' : 'NORMAL'}>
          {t(reminderDue ? 'deliveries.toRemind' : 'deliveries.atCounter')}
        </Mark>
      )}
      <div className="cell-sub">
        {trackingNumber ??
          (remindedAt &&
            t('deliveries.reminded', { count: reminders, at: shortStamp(remindedAt) }))}
      </div>
    </div>
  );
}
