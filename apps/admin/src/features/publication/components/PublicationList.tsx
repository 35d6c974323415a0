import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { publicationsQuery, type PublicationFilter } from '../api/publications';
import { usePublicationColumns } from './publication-columns';
import { PublicationFilters } from './PublicationFilters';
import { RecordDialog } from './RecordDialog';

type Row = Dto<'PublicationRowDto'>;

interface Props {
  filter: PublicationFilter;
  onChange: (part: PublicationFilter) => void;
  place: ReactNode;
}

const keyOf = ({ unitId, itemCode }: Row) => `${unitId} ${itemCode}`;

export function PublicationList({ filter, onChange, place }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [recording, setRecording] = useState(false);
  const [recorded, setRecorded] = useState<Dto<'RecordedPublicationDto'>[]>();
  const list = useInfiniteQuery(publicationsQuery(filter));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = rows.filter(({ allowedActions }) => allowedActions.includes('record'));
  // What a filter has taken out of sight is not recorded unseen.
  const selected = open.filter((row) => chosen.has(keyOf(row)));
  const columns = usePublicationColumns({
    has: (row) => chosen.has(keyOf(row)),
    toggle: (row) => setChosen((before) => toggled(before, keyOf(row))),
  });
  const done = (answers: Dto<'RecordedPublicationDto'>[]) => {
    setRecording(false);
    setRecorded(answers);
    setChosen(new Set());
  };
  return (
    <>
      <PublicationFilters filter={filter} onChange={onChange} place={place} />
      {recorded && <Outcome answers={recorded} onClose={() => setRecorded(undefined)} />}
      {open.length > 0 && (
        <div className="publication-bulk">
          <Button onClick={() => setChosen(new Set(open.map(keyOf)))}>
            {t('publications.chooseAll', { count: open.length })}
          </Button>
          <Button disabled={selected.length === 0} onClick={() => setChosen(new Set())}>
            {t('publications.chooseNone')}
          </Button>
          <Button
            type="primary"
            disabled={selected.length === 0}
            onClick={() => setRecording(true)}
          >
            {t('publications.recordChosen', { count: selected.length })}
          </Button>
        </div>
      )}
      <QueryView query={list} rows={10}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('publications.empty')} hint={t('publications.emptyHint')} />
          ) : (
            <>
              <DataList
                label={t('publications.title')}
                rows={rows}
                columns={columns}
                rowKey={keyOf}
              />
              <LoadMore
                shown={rows.length}
                hasMore={list.hasNextPage}
                loading={list.isFetchingNextPage}
                onMore={() => void list.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {recording && (
        <RecordDialog
          rows={selected}
          channel={filter.channel}
          onDone={done}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  );
}

function toggled(before: ReadonlySet<string>, key: string): Set<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}

interface OutcomeProps {
  answers: Dto<'RecordedPublicationDto'>[];
  onClose: () => void;
}

/** What became of each entry: how many are recorded, and why the others are not. */
function Outcome({ answers, onClose }: OutcomeProps) {
  const { t } = useTranslation();
  const refused = answers.flatMap((one) =>
    one.problem ? [{ ...one, why: one.problem.title }] : [],
  );
  return (
    <Alert
      className="publication-outcome"
      role="status"
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose, 'aria-label': t('common.close') }}
      title={t('publications.recorded', { count: answers.length - refused.length })}
      description={
        refused.length > 0 && (
          <ul>
            {refused.map(({ unitId, itemCode, channel, why }) => (
              <li key={`${unitId} ${itemCode} ${channel}`}>
                {itemCode} · {t(`publications.channelWords.${channel}`)}：{why}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
