import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { Mark } from '../../../ui/Mark';
import { QueryView } from '../../../ui/QueryView';
import { shortStamp } from '../../../ui/time';
import { consultationsQuery, type Consultation, type ListName } from '../api/consultations';
import { ConsultationActions } from './ConsultationActions';
import './reception.css';

const LOOKS = {
  OPEN: 'WARNING',
  OFFERED: 'PAUSED',
  ANSWERED: 'NORMAL',
  BECAME_CASE: 'NORMAL',
} as const;

export function ConsultationList({ show }: { show: ListName }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(consultationsQuery(show));
  const columns = useColumns();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={list} rows={6}>
      {() =>
        rows.length === 0 ? (
          <EmptyState
            title={t(`reception.empty.${show}`)}
            hint={t(`reception.emptyHint.${show}`)}
          />
        ) : (
          <>
            <DataList
              label={t(`reception.lists.${show}`)}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
            />
            <LoadMore
              shown={rows.length}
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<Consultation>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'about',
      title: t('reception.about'),
      phone: 'head',
      render: (row) => <About row={row} />,
    },
    {
      key: 'duty',
      title: t('reception.duty'),
      width: 190,
      render: (row) => (
        <div>
          {row.holderName}
          <div className="cell-sub">
            {row.holderUnitName} · {t('reception.firstAsked')} {row.firstContactName}
          </div>
        </div>
      ),
    },
    {
      key: 'at',
      title: t('reception.askedAt'),
      width: 100,
      numeric: true,
      render: ({ askedAt }) => shortStamp(askedAt),
    },
    {
      key: 'state',
      title: t('common.actions'),
      width: 210,
      render: (row) => (
        <div className="consultation-actions">
          <Mark look={LOOKS[row.state]}>{t(`reception.states.${row.state}`)}</Mark>
          <ConsultationActions subject={row} />
        </div>
      ),
    },
  ];
}

function About({ row }: { row: Consultation }) {
  const { t } = useTranslation();
  const { offer, declined, item, contact } = row;
  return (
    <div>
      <strong>{t(`reception.types.${row.type}`)}</strong>{' '}
      {row.question || t('reception.noQuestion')}
      {item && (
        <div className="cell-sub">
          {item.name} {item.code}
        </div>
      )}
      {contact && (
        <div className="cell-sub">
          {contact.name} {contact.telephone}
        </div>
      )}
      {row.answer && (
        <div className="cell-sub">
          {t('reception.verbs.answer')}：{row.answer}
        </div>
      )}
      {offer && (
        <div className="cell-sub">
          {t('reception.offeredTo', {
            unit: offer.unitName,
            person: offer.accountName ? ` ${offer.accountName}` : '',
          })}
          {offer.note ? ` · ${offer.note}` : ''}
        </div>
      )}
      {declined && row.state === 'OPEN' && (
        <div className="cell-sub">
          {t('reception.declinedBy', { name: declined.byName, reason: declined.reason })}
        </div>
      )}
    </div>
  );
}
