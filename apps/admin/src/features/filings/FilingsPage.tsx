import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { DataList, type Column } from '../../ui/DataList';
import { DueCell } from '../../ui/DueCell';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';
import { stamp } from '../../ui/time';
import { filingsQuery } from './api';
import { FilingMark } from './FilingMark';
import './filings.css';

const STATES = ['SENT', 'QUERIED', 'ACKNOWLEDGED'] as const;

/** R51: what was decided in a section's name, week by week. */
export function FilingsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((one) => one === search.get('state'));
  const filings = useInfiniteQuery(filingsQuery({ state }));
  const columns = useColumns();
  const rows = filings.data?.pages.flatMap((page) => page.items) ?? [];
  const latest = filings.data?.pages[0]?.latestWeek;
  return (
    <div className="page">
      <PageHead title={t('filings.title')} note={t('filings.intro')} />
      {latest && <p className="filing-week">{t('filings.latest', weekWords(latest))}</p>}
      <section className="panel">
        <div className="filing-filters" role="search">
          <Select<Dto<'FilingState'>>
            allowClear
            aria-label={t('filings.state')}
            placeholder={t('filings.anyState')}
            value={state}
            onChange={(next: Dto<'FilingState'> | undefined) =>
              setSearch(next ? { state: next } : {}, { replace: true })
            }
            options={STATES.map((one) => ({ value: one, label: t(`filings.states.${one}`) }))}
          />
        </div>
        <QueryView query={filings} rows={8}>
          {() =>
            rows.length === 0 ? (
              <EmptyState title={t('filings.empty')} hint={t('filings.emptyHint')} />
            ) : (
              <>
                <DataList
                  label={t('filings.title')}
                  rows={rows}
                  columns={columns}
                  rowKey={({ id }) => id}
                  onOpen={({ id }) => void navigate(`/filings/${id}`)}
                />
                <LoadMore
                  shown={rows.length}
                  hasMore={filings.hasNextPage}
                  loading={filings.isFetchingNextPage}
                  onMore={() => void filings.fetchNextPage()}
                />
              </>
            )
          }
        </QueryView>
      </section>
    </div>
  );
}

function weekWords({ week, weekEnds, madeAt, caseCount }: Dto<'FilingWeekDto'>) {
  return { from: week, until: weekEnds, at: stamp(madeAt), count: caseCount };
}

function useColumns(): Column<Dto<'FilingDto'>>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'week',
      title: t('filings.week'),
      width: 210,
      numeric: true,
      render: ({ week, weekEnds }) => t('filings.weekWords', { from: week, until: weekEnds }),
    },
    {
      key: 'item',
      title: t('filings.item'),
      phone: 'head',
      render: ({ itemName, itemCode, caseCount }) => (
        <div>
          <span className="cell-main">{itemName}</span>
          <div className="cell-sub">
            <span className="number">{itemCode}</span> · {t('filings.cases', { count: caseCount })}
          </div>
        </div>
      ),
    },
    {
      key: 'units',
      title: t('filings.units'),
      width: 280,
      render: ({ centre, section }) => (
        <div>
          {section.name}
          <div className="cell-sub">{t('filings.from', { centre: centre.name })}</div>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('filings.state'),
      width: 150,
      render: ({ state }) => <FilingMark state={state} />,
    },
    {
      key: 'due',
      title: t('filings.due'),
      width: 240,
      render: ({ deadline, acknowledgedAt }) =>
        deadline && !deadline.closedAt ? (
          <DueCell deadline={deadline} />
        ) : (
          acknowledgedAt && t('filings.acknowledgedAt', { at: stamp(acknowledgedAt) })
        ),
    },
  ];
}
