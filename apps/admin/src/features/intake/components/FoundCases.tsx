import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { StateTag } from '../../../ui/Tags';
import { stamp } from '../../../ui/time';

type Found = Dto<'ApplicantCaseDto'>;

export function FoundCases({ cases }: { cases: Found[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useFoundColumns();
  if (cases.length === 0) {
    return <EmptyState title={t('numberSearch.empty')} hint={t('numberSearch.emptyHint')} />;
  }
  return (
    <>
      <DataList
        label={t('numberSearch.results')}
        rows={cases}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(`/cases/${id}`)}
      />
      <p className="more">{t('numberSearch.found', { count: cases.length })}</p>
    </>
  );
}

function useFoundColumns(): Column<Found>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('cases.item'),
      phone: 'head',
      render: ({ id, itemName, number }) => (
        <>
          <Link to={`/cases/${id}`} className="cell-main" tabIndex={-1}>
            {itemName}
          </Link>
          <div className="cell-sub number">{number}</div>
        </>
      ),
    },
    {
      key: 'applicant',
      title: t('cases.applicant'),
      width: 140,
      render: ({ applicantName }) => applicantName,
    },
    {
      key: 'state',
      title: t('cases.stateColumn'),
      width: 140,
      render: ({ state }) => <StateTag state={state} />,
    },
    {
      key: 'registered',
      title: t('cases.registered'),
      width: 160,
      numeric: true,
      render: ({ registeredAt }) => stamp(registeredAt),
    },
  ];
}
