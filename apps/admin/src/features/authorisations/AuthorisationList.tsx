import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { QueryView } from '../../ui/QueryView';
import { authorisationsQuery, type AuthorisationFilter } from './api';
import { useAuthorisationColumns } from './authorisation-columns';
import { RevokeDialog } from './RevokeDialog';

export function AuthorisationList({ filter }: { filter: AuthorisationFilter }) {
  const { t } = useTranslation();
  const authorisations = useInfiniteQuery(authorisationsQuery(filter));
  const [revoking, setRevoking] = useState<Dto<'AuthorisationDto'>>();
  const columns = useAuthorisationColumns(setRevoking);
  const rows = authorisations.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={authorisations} rows={8}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t('authorisations.empty')} hint={t('authorisations.emptyHint')} />
        ) : (
          <>
            <DataList
              label={t('authorisations.title')}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
            />
            <LoadMore
              shown={rows.length}
              hasMore={authorisations.hasNextPage}
              loading={authorisations.isFetchingNextPage}
              onMore={() => void authorisations.fetchNextPage()}
            />
            {revoking && (
              <RevokeDialog authorisation={revoking} onClose={() => setRevoking(undefined)} />
            )}
          </>
        )
      }
    </QueryView>
  );
}
