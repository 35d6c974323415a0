import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useDebounced } from '../../../ui/use-debounced';
import { standardItemsQuery, useSettleEntry } from '../api/unsettled';

type Row = Dto<'UnsettledEntryDto'>;

/** A row with the items that it may be: one of them, another, something extra, or nothing to keep. */
export function UnsettledRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const settle = useSettleEntry(row.id);
  const send = (body: Dto<'SettleEntryDto'>) =>
    settle.mutate(body, {
      onSuccess: () => void message.success(t('unsettled.done', { name: row.name })),
    });
  return (
    <li className="unsettled-row">
      <div>
        <p className="cell-main">{row.name}</p>
        <p className="cell-sub">
          {row.areaName} · {t('listImport.row', { position: row.position })} · {row.code}
        </p>
        <span className="tag" data-tone="care">
          {t(`unsettled.found.${row.found}`)}
        </span>
      </div>
      <div>
        <p className="soft">
          {t(row.candidates.length > 0 ? 'unsettled.candidates' : 'unsettled.noCandidates')}
        </p>
        <ul className="unsettled-candidates">
          {row.candidates.map(({ code, name, similarity, taken }) => (
            <li key={code}>
              <span>
                {name}
                <span className="cell-sub">
                  {' '}
                  {code} · {t('unsettled.similarity', { percent: Math.round(similarity * 100) })}
                </span>
              </span>
              {taken ? (
                <span className="soft">{t('unsettled.taken')}</span>
              ) : (
                <Button
                  size="small"
                  disabled={settle.isPending}
                  onClick={() => send({ as: 'ITEM', itemCode: code })}
                >
                  {t('unsettled.is')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div className="unsettled-actions">
        <OtherItem onChosen={(itemCode) => send({ as: 'ITEM', itemCode })} />
        <Button disabled={settle.isPending} onClick={() => send({ as: 'EXTRA' })}>
          {t('unsettled.extra')}
        </Button>
        <Button danger disabled={settle.isPending} onClick={() => send({ as: 'DROPPED' })}>
          {t('unsettled.dropped')}
        </Button>
        <Refused error={settle.error} />
      </div>
    </li>
  );
}

function OtherItem({ onChosen }: { onChosen: (code: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const q = useDebounced(typed.trim()) ?? '';
  const items = useQuery({ ...standardItemsQuery(q), enabled: isOpen });
  return (
    <Select<string>
      className="unsettled-other"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={null}
      aria-label={t('unsettled.choose')}
      placeholder={t('unsettled.choose')}
      loading={items.isFetching}
      onOpenChange={setOpen}
      onChange={onChosen}
      options={(items.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
