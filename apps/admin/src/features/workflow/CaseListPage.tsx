import { SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { words } from '../../messages/zh-CN/words';
import { DataList } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { PageHead } from '../../ui/PageHead';
import { QueryView } from '../../ui/QueryView';
import { stateOf } from '../../ui/state-of';
import { casesQuery, type CaseFilter } from './api/cases';
import { useCaseColumns } from './components/case-columns';
import './case-list.css';

const STATES = Object.keys(words.state) as Dto<'CaseState'>[];

export function CaseListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const state = stateOf(search.get('state'));
  const number = search.get('number') ?? '';
  const filter: CaseFilter = { ...(state ? { state } : {}), ...(number ? { number } : {}) };
  const cases = useInfiniteQuery(casesQuery(filter));
  const columns = useCaseColumns();
  const rows = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (change: Record<string, string | undefined>) => {
    const next = Object.entries({ state, number, ...change }).filter(([, value]) => value);
    setSearch(next as [string, string][], { replace: true });
  };
  return (
    <div className="page">
      <PageHead title={t('cases.title')} />
      <section className="panel">
        <div className="case-filters" role="search">
          <NumberFilter key={number} value={number} onChange={(value) => set({ number: value })} />
          <Select<Dto<'CaseState'>>
            allowClear
            aria-label={t('cases.state')}
            placeholder={t('cases.anyState')}
            value={state}
            onChange={(value) => set({ state: value })}
            options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </div>
        <QueryView query={cases} rows={10}>
          {() =>
            rows.length === 0 ? (
              <EmptyState title={t('cases.empty')} hint={t('cases.emptyHint')} />
            ) : (
              <>
                <DataList
                  label={t('cases.title')}
                  rows={rows}
                  columns={columns}
                  rowKey={({ id }) => id}
                  onOpen={({ id }) => void navigate(`/cases/${id}`)}
                />
                <LoadMore
                  shown={rows.length}
                  hasMore={cases.hasNextPage}
                  loading={cases.isFetchingNextPage}
                  onMore={() => void cases.fetchNextPage()}
                />
              </>
            )
          }
        </QueryView>
      </section>
    </div>
  );
}

function NumberFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  return (
    <Input
      allowClear
      inputMode="numeric"
      maxLength={30}
      prefix={<SearchOutlined />}
      aria-label={t('cases.number')}
      placeholder={t('cases.number')}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (!event.target.value) onChange('');
      }}
      onPressEnter={() => onChange(text.trim())}
      onBlur={() => text.trim() !== value && onChange(text.trim())}
    />
  );
}
