import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';
import { uncollectedQuery } from './api';
import { RemindDialog, SendDialog, SettleDialog } from './DeliveryDialogs';
import { HandOverDialog } from './HandOverDialog';
import { useUncollectedColumns } from './uncollected-columns';
import './deliveries.css';

const DIALOGS = {
  handOver: HandOverDialog,
  send: SendDialog,
  settle: SettleDialog,
  remind: RemindDialog,
};

interface Doing {
  verb: Dto<'DeliveryVerb'>;
  result: Dto<'UncollectedDto'>;
}

/** R57: results that wait at the counter, those that wait longest first. */
export function UncollectedPage() {
  const { t } = useTranslation();
  const uncollected = useInfiniteQuery(uncollectedQuery);
  const [doing, setDoing] = useState<Doing>();
  const columns = useUncollectedColumns((verb, result) => setDoing({ verb, result }));
  const rows = uncollected.data?.pages.flatMap((page) => page.items) ?? [];
  const Dialog = doing && DIALOGS[doing.verb];
  return (
    <div className="page">
      <PageHead title={t('deliveries.title')} note={t('deliveries.intro')} />
      <section className="panel">
        <QueryView query={uncollected} rows={8}>
          {() =>
            rows.length === 0 ? (
              <EmptyState title={t('deliveries.empty')} hint={t('deliveries.emptyHint')} />
            ) : (
              <>
                <DataList
                  label={t('deliveries.title')}
                  rows={rows}
                  columns={columns}
                  rowKey={({ caseId }) => caseId}
                />
                <LoadMore
                  shown={rows.length}
                  hasMore={uncollected.hasNextPage}
                  loading={uncollected.isFetchingNextPage}
                  onMore={() => void uncollected.fetchNextPage()}
                />
              </>
            )
          }
        </QueryView>
      </section>
      {Dialog && <Dialog result={doing.result} onClose={() => setDoing(undefined)} />}
    </div>
  );
}
