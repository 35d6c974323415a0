import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { stamp } from '../../../ui/time';
import { importsQuery } from '../api/imports';
import { ImportState } from './ImportState';

type Row = Dto<'ImportSummaryDto'>;

export function ImportList({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const imports = useInfiniteQuery(importsQuery);
  const columns = useImportColumns();
  const rows = imports.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <QueryView query={imports} rows={8}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('listImport.empty')} hint={t('listImport.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('combing.views.imports')}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              onOpen={({ id }) => onOpen(id)}
            />
            <LoadMore
              shown={rows.length}
              hasMore={imports.hasNextPage}
              loading={imports.isFetchingNextPage}
              onMore={() => void imports.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useImportColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'file',
      title: t('listImport.file'),
      phone: 'head',
      render: ({ areaName, fileName }) => (
        <>
          <div className="cell-main">{areaName}</div>
          <div className="cell-sub">{fileName}</div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('listImport.state'),
      width: 200,
      render: ({ state, dryRun }) => (
        <span className="tags">
          <ImportState state={state} />
          {dryRun && <span className="tag">{t('listImport.dryRun')}</span>}
        </span>
      ),
    },
    {
      key: 'rows',
      title: t('listImport.progress'),
      numeric: true,
      render: ({ rowsRead, rowsMatched, rowsWritten }) =>
        t('listImport.rows', { read: rowsRead, matched: rowsMatched, written: rowsWritten }),
    },
    {
      key: 'at',
      title: t('listImport.at'),
      width: 200,
      render: ({ createdAt, createdByName }) => (
        <div>
          <span className="number">{stamp(createdAt)}</span>
          <div className="cell-sub">{createdByName}</div>
        </div>
      ),
    },
  ];
}
