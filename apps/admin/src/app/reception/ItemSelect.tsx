import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsQuery } from '../../features/catalog/api/items';
import { nameOf } from '../../features/catalog/item-name';
import { useDebounced } from '../../ui/use-debounced';

interface Props {
  unitId: string;
  id?: string;
  value?: string;
  onChange?: (code: string | undefined) => void;
}

/** Finds an item that the hall offers by words, code or the initials of its pinyin. */
export function ItemSelect({ unitId, ...rest }: Props) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState('');
  const wanted = useDebounced(q.trim());
  const items = useInfiniteQuery(itemsQuery({ q: wanted, offeredBy: unitId }));
  const found = items.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Select<string>
      {...rest}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ, searchValue: q }}
      placeholder={t('reception.itemHint')}
      loading={items.isFetching}
      options={found.map((item) => ({
        value: item.code,
        label: `${nameOf(item, i18n.language)} ${item.code}`,
      }))}
    />
  );
}
