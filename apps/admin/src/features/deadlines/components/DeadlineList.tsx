import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { words } from '../../../messages/zh-CN/words';
import { DataList, type Column } from '../../../ui/DataList';
import { DueCell } from '../../../ui/DueCell';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { deadlinesQuery } from '../api/deadlines';
import { UnitFilter } from './UnitFilter';

const KINDS = Object.keys(words.deadlineKind) as Dto<'DeadlineKind'>[];

interface Props {
  light: Dto<'Light'> | undefined;
  kind: Dto<'DeadlineKind'> | undefined;
  onKind: (kind: Dto<'DeadlineKind'> | undefined) => void;
  unit: { id: string; name: string | undefined } | undefined;
  onAnyUnit: () => void;
}

export function DeadlineList({ light, kind, onKind, unit, onAnyUnit }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const filter = {
    ...(light ? { light } : {}),
    ...(kind ? { kind } : {}),
    ...(unit ? { ownerUnitId: unit.id } : {}),
  };
  const deadlines = useInfiniteQuery(deadlinesQuery(filter));
  const rows = deadlines.data?.pages.flatMap((page) => page.items) ?? [];
  const named = rows.find(({ ownerUnitId }) => ownerUnitId === unit?.id)?.ownerUnitName;
  const choose = (
    <Select<Dto<'DeadlineKind'>>
      allowClear
      className="board-kind"
      aria-label={t('board.kind')}
      placeholder={t('board.anyKind')}
      value={kind}
      onChange={(value) => onKind(value)}
      options={KINDS.map((value) => ({ value, label: t(`deadlineKind.${value}`) }))}
    />
  );
  const title = light ? `${t('board.list')} · ${t(`light.${light}`)}` : t('board.list');
  return (
    <Panel title={title} extra={choose} flush>
      {unit && <UnitFilter name={unit.name ?? named} onRemove={onAnyUnit} />}
      <QueryView query={deadlines} rows={8}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('board.empty')} hint={t('board.emptyHint')} />
          ) : (
            <>
              <DataList
                label={title}
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                onOpen={(row) => void navigate(pageOf(row))}
              />
              <LoadMore
                shown={rows.length}
                hasMore={deadlines.hasNextPage}
                loading={deadlines.isFetchingNextPage}
                onMore={() => void deadlines.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function useColumns(): Column<Dto<'DeadlineDto'>>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('board.item'),
      phone: 'head',
      render: (row) => (
        <>
          <Link to={pageOf(row)} className="cell-main" tabIndex={-1}>
            {row.title}
          </Link>
          <div className="cell-sub number">{row.reference}</div>
        </>
      ),
    },
    {
      key: 'remaining',
      title: t('board.remaining'),
      width: 290,
      render: (row) => <DueCell deadline={row} />,
    },
    { key: 'owner', title: t('board.owner'), width: 220, render: (row) => row.ownerUnitName },
  ];
}

/** What a clock is about: a case, or one of the lists that have clocks as well. */
function pageOf({ kind, subjectId }: Dto<'DeadlineDto'>): string {
  return kind === 'FILING' ? `/filings/${subjectId}` : `/cases/${subjectId}`;
}
