import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { Mark } from '../../ui/Mark';
import { QueryView } from '../../ui/QueryView';
import { stamp } from '../../ui/time';
import { destructionsQuery } from './api';
import { DecideDialog } from './ArchiveDialogs';

type Row = Dto<'DestructionDto'>;
interface Deciding {
  list: Row;
  does: 'approve' | 'refuse';
}

const LOOK = {
  PROPOSED: 'WARNING',
  APPROVED: 'PAUSED',
  REFUSED: 'PAUSED',
  DONE: 'NORMAL',
} as const;

/** Two agree before anything is destroyed; what was destroyed stays listed. */
export function DestructionList() {
  const { t } = useTranslation();
  const lists = useInfiniteQuery(destructionsQuery);
  const [deciding, setDeciding] = useState<Deciding>();
  const columns = useColumns(setDeciding);
  const rows = lists.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={lists} rows={5}>
      {() => (
        <>
          {rows.length === 0 ? (
            <EmptyState
              title={t('archives.noDestructions')}
              hint={t('archives.noDestructionsHint')}
            />
          ) : (
            <>
              <DataList
                label={t('archives.parts.destructions')}
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
              />
              <LoadMore
                shown={rows.length}
                hasMore={lists.hasNextPage}
                loading={lists.isFetchingNextPage}
                onMore={() => void lists.fetchNextPage()}
              />
            </>
          )}
          {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(undefined)} />}
        </>
      )}
    </QueryView>
  );
}

function useColumns(onDecide: (deciding: Deciding) => void): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'unit',
      title: t('archives.unit'),
      phone: 'head',
      render: ({ unitName, archiveCount, reason }) => (
        <div>
          <span className="cell-main">{unitName}</span>
          <div className="cell-sub">
            {t('archives.count', { count: archiveCount })} · {reason}
          </div>
        </div>
      ),
    },
    {
      key: 'proposed',
      title: t('archives.proposedBy'),
      width: 190,
      render: ({ proposedByName, proposedAt }) => (
        <div>
          {proposedByName}
          <div className="cell-sub number">{stamp(proposedAt)}</div>
        </div>
      ),
    },
    {
      key: 'decided',
      title: t('archives.decidedBy'),
      width: 230,
      render: ({ decidedByName, decidedAt, answer }) =>
        decidedAt && (
          <div>
            {decidedByName}
            <div className="cell-sub">
              <span className="number">{stamp(decidedAt)}</span> {answer}
            </div>
          </div>
        ),
    },
    {
      key: 'state',
      title: t('archives.state'),
      width: 200,
      render: ({ state, doneAt }) => (
        <div>
          <Mark look={LOOK[state]}>{t(`archives.destructionStates.${state}`)}</Mark>
          {doneAt && <div className="cell-sub number">{stamp(doneAt)}</div>}
        </div>
      ),
    },
    {
      key: 'actions',
      title: t('common.actions'),
      width: 170,
      render: (list) => (
        <div className="archive-actions">
          {list.allowedActions.map((does) => (
            <Button
              key={does}
              size="small"
              danger={does === 'approve'}
              onClick={() => onDecide({ list, does })}
            >
              {t(`archives.${does}`)}
            </Button>
          ))}
        </div>
      ),
    },
  ];
}
