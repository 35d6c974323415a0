import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { sentenceOf } from '../../ui/problem';
import { QueryView } from '../../ui/QueryView';
import { useDebounced } from '../../ui/use-debounced';
import { archivesQuery, useVerifyArchive } from './api';
import { useArchiveColumns } from './archive-columns';
import { ConsultDialog, ProposeDialog } from './ArchiveDialogs';

type Doing = { does: 'consult'; archive: Dto<'ArchiveDto'> } | { does: 'propose' };

export function ArchiveList() {
  const { t } = useTranslation();
  const [expired, setExpired] = useState(false);
  const [number, setNumber] = useState('');
  const [doing, setDoing] = useState<Doing>();
  const archives = useInfiniteQuery(archivesQuery({ expired, number: useDebounced(number) }));
  const verify = useVerify();
  const columns = useArchiveColumns({
    onConsult: (archive) => setDoing({ does: 'consult', archive }),
    onVerify: verify,
  });
  const close = () => setDoing(undefined);
  const rows = archives.data?.pages.flatMap((page) => page.items) ?? [];
  const mayPropose = archives.data?.pages[0]?.mayPropose && expired && rows.length > 0;
  return (
    <>
      <div className="archive-filters" role="search">
        <Input.Search
          allowClear
          aria-label={t('archives.number')}
          placeholder={t('archives.number')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <Checkbox checked={expired} onChange={(event) => setExpired(event.target.checked)}>
          {t('archives.onlyExpired')}
        </Checkbox>
        {mayPropose && (
          <Button onClick={() => setDoing({ does: 'propose' })}>{t('archives.propose')}</Button>
        )}
      </div>
      <QueryView query={archives} rows={8}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('archives.empty')} hint={t('archives.emptyHint')} />
          ) : (
            <>
              <DataList
                label={t('archives.title')}
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
              />
              <LoadMore
                shown={rows.length}
                hasMore={archives.hasNextPage}
                loading={archives.isFetchingNextPage}
                onMore={() => void archives.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {doing?.does === 'consult' && <ConsultDialog archive={doing.archive} onClose={close} />}
      {doing?.does === 'propose' && <ProposeDialog onClose={close} />}
    </>
  );
}

function useVerify() {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { mutate } = useVerifyArchive();
  return ({ id, catalogueNumber }: Dto<'ArchiveDto'>) =>
    mutate(id, {
      onSuccess: ({ intact, filesChecked, faults }) => {
        if (intact) {
          void message.success(
            t('archives.intact', { number: catalogueNumber, count: filesChecked }),
          );
          return;
        }
        const found = faults.map(({ path, kind }) => `${path} ${t(`archives.faults.${kind}`)}`);
        modal.error({
          title: t('archives.changed', { number: catalogueNumber }),
          content: found.join('；'),
        });
      },
      onError: (error) => void message.error(sentenceOf(error, t)),
    });
}
