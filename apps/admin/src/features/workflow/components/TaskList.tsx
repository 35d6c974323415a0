import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { shortStamp } from '../../../ui/time';
import { tasksQuery, type TaskView } from '../api/tasks';
import { useClaim } from '../use-claim';
import { CaseClockCell, CaseName } from './case-columns';

type Row = Dto<'WorklistRowDto'>;

export function TaskList({ view }: { view: TaskView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tasks = useInfiniteQuery(tasksQuery(view));
  const { claim, claiming } = useClaim();
  const columns = useTaskColumns(claim, claiming);
  const rows = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={tasks} rows={10}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={t(`worklist.empty.${view}`)} hint={t(`worklist.emptyHint.${view}`)} />
        ) : (
          <>
            <DataList
              label={t('worklist.title')}
              rows={rows}
              columns={columns}
              rowKey={({ taskId }) => taskId}
              onOpen={(row) => void navigate(`/cases/${row.case.id}`)}
              onKey={(key, row) => {
                if (key.toLowerCase() === 'c' && row.taskState === 'OPEN') void claim(row);
              }}
            />
            <LoadMore
              shown={rows.length}
              hasMore={tasks.hasNextPage}
              loading={tasks.isFetchingNextPage}
              onMore={() => void tasks.fetchNextPage()}
            />
          </>
        )
      }
    </QueryView>
  );
}

function useTaskColumns(
  claim: (row: Row) => Promise<void>,
  claiming: string | undefined,
): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('cases.item'),
      phone: 'head',
      render: (row) => <CaseName subject={row.case} />,
    },
    {
      key: 'task',
      title: t('worklist.task'),
      width: 240,
      render: (row) => (
        <div>
          {row.taskName}
          <div className="cell-sub">{row.case.takingUnit.name}</div>
        </div>
      ),
    },
    {
      key: 'applicant',
      title: t('cases.applicant'),
      width: 100,
      render: (row) => row.case.applicantName,
    },
    {
      key: 'deadline',
      title: t('cases.deadline'),
      width: 270,
      render: (row) => <CaseClockCell subject={row.case} />,
    },
    {
      key: 'opened',
      title: t('worklist.opened'),
      width: 110,
      numeric: true,
      phone: 'hidden',
      render: (row) => shortStamp(row.openedAt),
    },
    {
      key: 'assignee',
      title: t('worklist.assignee'),
      width: 130,
      render: (row) =>
        row.taskState === 'OPEN' ? (
          <Button
            size="small"
            type="primary"
            ghost
            loading={claiming === row.case.id}
            onClick={(event) => {
              event.stopPropagation();
              void claim(row);
            }}
          >
            {t('verb.claim')}
          </Button>
        ) : (
          row.assigneeName
        ),
    },
  ];
}
