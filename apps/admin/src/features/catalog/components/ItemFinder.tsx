import { SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Input, type InputRef } from 'antd';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { Kbd } from '../../../ui/Kbd';
import { LoadMore } from '../../../ui/LoadMore';
import { QueryView } from '../../../ui/QueryView';
import { useDebounced } from '../../../ui/use-debounced';
import { itemsQuery } from '../api/items';
import { recentItems } from '../recent-items';
import './finder.css';
import { ItemOption } from './ItemOption';
import { ThemeSelect } from './ThemeSelect';

type Item = Dto<'ItemSummaryDto'>;

interface Props {
  unitId: string;
  accountId: string;
  selected: string | undefined;
  searchRef: RefObject<InputRef | null>;
  onPick: (item: Item) => void;
}

/** Finds an item that this counter offers; the arrow keys walk the results, Enter chooses. */
export function ItemFinder({ unitId, accountId, selected, searchRef, onPick }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const listId = useId();
  const [q, setQ] = useState('');
  const [theme, setTheme] = useState<string>();
  const [active, setActive] = useState(0);
  const wanted = useDebounced(q.trim());
  const items = useInfiniteQuery(itemsQuery({ q: wanted, theme, offeredBy: unitId }));

  const found = items.data?.pages.flatMap((page) => page.items) ?? [];
  const recent = wanted || theme ? [] : recentItems(accountId);
  const options = [...recent, ...found];
  const settled = wanted === q.trim() && !items.isFetching;
  const optionId = (index: number) => `${listId}-${index}`;

  const move = (to: number) => {
    const index = Math.max(0, Math.min(options.length - 1, to));
    setActive(index);
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' });
  };
  /** Who types fast presses Enter before the answer is there: the choice waits for it. */
  const choose = async (chosen: Item | undefined) => {
    if (settled) {
      if (chosen) onPick(chosen);
      return;
    }
    const filter = { q: q.trim(), theme, offeredBy: unitId };
    const answer = await client.infiniteQuery(itemsQuery(filter)).catch(() => undefined);
    const first = answer?.pages[0]?.items[0];
    if (first) onPick(first);
  };
  const keyed = (event: KeyboardEvent) => {
    const chosen = options[active];
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) void choose(chosen);
    else return;
    event.preventDefault();
  };
  const option = (item: Item, index: number) => (
    <ItemOption
      key={`${index}-${item.code}`}
      id={optionId(index)}
      item={item}
      active={index === active}
      selected={item.code === selected}
      onPick={() => onPick(item)}
    />
  );
  return (
    <div className="finder">
      <div className="finder-head">
        <Input
          ref={searchRef}
          autoFocus
          allowClear
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
          aria-label={t('finder.label')}
          prefix={<SearchOutlined />}
          suffix={<Kbd>F2</Kbd>}
          placeholder={t('finder.placeholder')}
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setActive(0);
          }}
          onKeyDown={keyed}
        />
        <ThemeSelect offeredBy={unitId} value={theme} onChange={setTheme} />
      </div>
      <QueryView query={items} rows={8}>
        {() =>
          options.length === 0 ? (
            <EmptyState title={t('finder.nothing')} hint={t('finder.nothingHint')} />
          ) : (
            <ul id={listId} role="listbox" aria-label={t('finder.results')} className="finder-list">
              {recent.length > 0 && <GroupHead>{t('finder.recent')}</GroupHead>}
              {recent.map(option)}
              <GroupHead>{t(wanted || theme ? 'finder.results' : 'finder.offered')}</GroupHead>
              {found.map((item, index) => option(item, recent.length + index))}
            </ul>
          )
        }
      </QueryView>
      {items.hasNextPage && (
        <LoadMore
          shown={found.length}
          hasMore
          loading={items.isFetchingNextPage}
          onMore={() => void items.fetchNextPage()}
        />
      )}
    </div>
  );
}

function GroupHead({ children }: { children: string }) {
  return (
    <li role="presentation" className="finder-group">
      {children}
    </li>
  );
}
