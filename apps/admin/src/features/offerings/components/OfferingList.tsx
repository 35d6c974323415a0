import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Select, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { offeringsQuery, type OfferingFilter } from '../api/halls';
import { useOfferingColumns } from './offering-columns';
import { OfferingDrawer } from './OfferingDrawer';

interface Props {
  unitId: string;
  themes: readonly string[];
  action: ReactNode;
}

/** What the hall offers; convenience services stand apart (R47). */
export function OfferingList({ unitId, themes, action }: Props) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<OfferingFilter>({ class: 'GOVERNMENT' });
  const [open, setOpen] = useState<string>();
  const offerings = useInfiniteQuery(offeringsQuery(unitId, filter));
  const columns = useOfferingColumns();
  const rows = offerings.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = rows.find(({ itemCode }) => itemCode === open);
  return (
    <Panel title={t('offering.list')} extra={action} flush>
      <OfferingFilters filter={filter} themes={themes} onChange={setFilter} />
      <QueryView query={offerings} rows={8}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('offering.empty')} hint={t('offering.emptyHint')} />
          ) : (
            <>
              <DataList
                label={t('offering.list')}
                rows={rows}
                columns={columns}
                rowKey={({ itemCode }) => itemCode}
                onOpen={({ itemCode }) => setOpen(itemCode)}
              />
              <LoadMore
                shown={rows.length}
                hasMore={offerings.hasNextPage}
                loading={offerings.isFetchingNextPage}
                onMore={() => void offerings.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {chosen && (
        <OfferingDrawer unitId={unitId} offering={chosen} onClose={() => setOpen(undefined)} />
      )}
    </Panel>
  );
}

interface FilterProps {
  filter: OfferingFilter;
  themes: readonly string[];
  onChange: (filter: OfferingFilter) => void;
}

function OfferingFilters({ filter, themes, onChange }: FilterProps) {
  const { t } = useTranslation();
  return (
    <div className="offering-filters" role="search">
      <Segmented<Dto<'ItemClass'>>
        block
        aria-label={t('offering.list')}
        value={filter.class ?? 'GOVERNMENT'}
        onChange={(itemClass) => onChange({ ...filter, class: itemClass })}
        options={[
          { value: 'GOVERNMENT', label: t('offering.government') },
          { value: 'FEATURED', label: t('offering.featuredOnes') },
        ]}
      />
      <Select<string>
        allowClear
        aria-label={t('offering.theme')}
        placeholder={t('offering.anyTheme')}
        value={filter.theme}
        onChange={(theme: string | undefined) => onChange({ ...filter, theme })}
        options={themes.map((theme) => ({ value: theme, label: theme }))}
      />
      <Select<Dto<'HandlingKind'>>
        allowClear
        aria-label={t('offering.handling')}
        placeholder={t('offering.anyHandling')}
        value={filter.handlingKind}
        onChange={(handlingKind: Dto<'HandlingKind'> | undefined) =>
          onChange({ ...filter, handlingKind })
        }
        options={(['INSTANT', 'PROMISED'] as const).map((kind) => ({
          value: kind,
          label: t(`offering.kinds.${kind}`),
        }))}
      />
    </div>
  );
}
