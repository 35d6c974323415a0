import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../../ui/DataList';
import { DueCell } from '../../../ui/DueCell';
import { StateTag } from '../../../ui/Tags';
import { shortStamp } from '../../../ui/time';

type Summary = Dto<'CaseSummaryDto'>;

export function CaseName({ subject }: { subject: Summary }) {
  return (
    <>
      <Link to={`/cases/${subject.id}`} className="cell-main" tabIndex={-1}>
        {subject.itemName}
      </Link>
      <div className="cell-sub number">{subject.number}</div>
    </>
  );
}

export function CaseClockCell({ subject }: { subject: Summary }) {
  const { t } = useTranslation();
  if (!subject.nextDeadline) return <span className="soft">{t('cases.noClock')}</span>;
  return <DueCell deadline={subject.nextDeadline} />;
}

export function useCaseColumns(): Column<Summary>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('cases.item'),
      phone: 'head',
      render: (row) => <CaseName subject={row} />,
    },
    {
      key: 'applicant',
      title: t('cases.applicant'),
      width: 110,
      render: (row) => row.applicantName,
    },
    {
      key: 'state',
      title: t('cases.stateColumn'),
      width: 110,
      render: (row) => <StateTag state={row.state} />,
    },
    {
      key: 'holder',
      title: t('cases.holder'),
      width: 220,
      render: (row) => (
        <div>
          {row.holderUnit.name}
          <div className="cell-sub">{row.stageName}</div>
        </div>
      ),
    },
    {
      key: 'deadline',
      title: t('cases.deadline'),
      width: 270,
      render: (row) => <CaseClockCell subject={row} />,
    },
    {
      key: 'registered',
      title: t('cases.registered'),
      width: 120,
      numeric: true,
      phone: 'hidden',
      render: (row) => shortStamp(row.registeredAt),
    },
  ];
}
