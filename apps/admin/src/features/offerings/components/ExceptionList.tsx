import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { FormDialog } from '../../../ui/FormDialog';
import { LoadMore } from '../../../ui/LoadMore';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { stamp } from '../../../ui/time';
import { useAnswerException } from '../api/change-offering';
import { exceptionsQuery } from '../api/halls';
import { LongReason } from './LongReason';

type Row = Dto<'EntryExceptionDto'>;
type Verb = Dto<'ExceptionVerb'>;

const TONE = { REQUESTED: 'care', APPROVED: 'good', REFUSED: 'bad' } as const;

/** R44: why halls do not offer what they should, and what the district's office says to it. */
export function ExceptionList({ unitId }: { unitId?: string }) {
  const { t } = useTranslation();
  const exceptions = useInfiniteQuery(exceptionsQuery(unitId));
  const [asked, setAsked] = useState<{ row: Row; does: Verb }>();
  const columns = useExceptionColumns((row, does) => setAsked({ row, does }));
  const rows = exceptions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('exception.title')} flush>
      <QueryView query={exceptions} rows={3}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('exception.empty')} hint={t('exception.emptyHint')} />
          ) : (
            <>
              <DataList
                label={t('exception.title')}
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
              />
              <LoadMore
                shown={rows.length}
                hasMore={exceptions.hasNextPage}
                loading={exceptions.isFetchingNextPage}
                onMore={() => void exceptions.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {asked && <AnswerDialog {...asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

function AnswerDialog({ row, does, onClose }: { row: Row; does: Verb; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useAnswerException();
  const send = async ({ answer }: { answer: string }) => {
    await mutateAsync({ id: row.id, does, answer });
    void message.success(t('exception.answered'));
    onClose();
  };
  return (
    <FormDialog<{ answer: string }>
      danger={does === 'refuse'}
      title={t(`exception.${does}Title`)}
      okText={t(`exception.${does}`)}
      intro={`${row.unitName}，${row.itemName}：${row.reason}`}
      onSubmit={send}
      onClose={onClose}
    >
      <LongReason name="answer" label={t('exception.answer')} />
    </FormDialog>
  );
}

function useExceptionColumns(onAnswer: (row: Row, does: Verb) => void): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('offering.item'),
      phone: 'head',
      render: ({ itemName, unitName }) => (
        <>
          <span className="cell-main">{itemName}</span>
          <div className="cell-sub">{unitName}</div>
        </>
      ),
    },
    { key: 'reason', title: t('exception.reason'), render: ({ reason }) => reason },
    {
      key: 'asked',
      title: t('exception.asked'),
      width: 150,
      render: ({ requestedByName, requestedAt }) => (
        <>
          {requestedByName}
          <div className="cell-sub number">{stamp(requestedAt)}</div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('exception.state'),
      width: 220,
      render: (row) => <Standing row={row} onAnswer={onAnswer} />,
    },
  ];
}

function Standing({ row, onAnswer }: { row: Row; onAnswer: (row: Row, does: Verb) => void }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      <span className="tag" data-tone={TONE[row.state]}>
        {t(`exception.states.${row.state}`)}
      </span>
      {row.answer && <span className="cell-sub">{row.answer}</span>}
      {row.allowedActions.map((does) => (
        <Button key={does} size="small" onClick={() => onAnswer(row, does)}>
          {t(`exception.${does}`)}
        </Button>
      ))}
    </div>
  );
}
