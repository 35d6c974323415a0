import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { shortStamp } from '../../../ui/time';
import { draftsQuery, type DraftFilter } from '../api/drafts';
import { DraftStateTag } from './DraftStateTag';

interface Props {
  filter: DraftFilter;
  mayCompose: boolean;
}

export function DraftList({ filter, mayCompose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const drafts = useInfiniteQuery(draftsQuery(filter));
  const rows = drafts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={drafts} rows={8}>
      {() =>
        rows.length === 0 ? (
          <EmptyState
            title={t(filter.waiting ? 'drafts.emptyWaiting' : 'drafts.empty')}
            hint={t(mayCompose ? 'drafts.emptyHint' : 'drafts.emptyHintReview')}
          />
        ) : (
          <>
            <DataList
              label={t('drafts.title')}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              onOpen={({ id }) => void navigate(`/catalog/drafts/${id}`)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={drafts.hasNextPage}
              loading={drafts.isFetchingNextPage}
              onMore={() => void drafts.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useColumns(): Column<Dto<'DraftSummaryDto'>>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('drafts.item'),
      phone: 'head',
      render: ({ id, name, itemCode }) => (
        <Link to={`/catalog/drafts/${id}`} className="cell-main" tabIndex={-1}>
          {name || itemCode}
        </Link>
      ),
    },
    {
      key: 'code',
      title: t('listing.code'),
      width: 130,
      numeric: true,
      render: ({ itemCode }) => itemCode,
    },
    {
      key: 'version',
      title: t('drafts.version'),
      width: 90,
      render: ({ number }) => t('entry.version', { number }),
    },
    {
      key: 'stage',
      title: t('drafts.stage'),
      width: 90,
      render: ({ stage }) => t(`stage.${stage}`),
    },
    {
      key: 'state',
      title: t('drafts.state'),
      width: 100,
      render: ({ state }) => <DraftStateTag state={state} />,
    },
    {
      key: 'reviewer',
      title: t('drafts.reviewer'),
      width: 180,
      render: ({ reviewUnitName }) =>
        reviewUnitName ?? <span className="soft">{t('drafts.noReviewer')}</span>,
    },
    {
      key: 'updated',
      title: t('drafts.updated'),
      width: 120,
      numeric: true,
      render: ({ updatedAt }) => shortStamp(updatedAt),
    },
  ];
}
