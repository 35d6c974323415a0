import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemFilter } from './api/items';
import { ThemeSelect } from './components/ThemeSelect';
import './item-filters.css';

interface Props {
  filter: ItemFilter;
  onChange: (change: ItemFilter) => void;
  /** The place, which the organisation knows. */
  place: ReactNode;
}

const LEVELS = ['STREET', 'COMMUNITY'] as const;

export function ItemFilters({ filter, onChange, place }: Props) {
  const { t } = useTranslation();
  return (
    <div className="item-filters" role="search">
      <Input
        allowClear
        prefix={<SearchOutlined />}
        aria-label={t('items.search')}
        placeholder={t('items.search')}
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      <ThemeSelect
        offeredBy={filter.offeredBy}
        value={filter.theme}
        onChange={(theme) => onChange({ theme })}
      />
      <Select
        allowClear
        aria-label={t('items.level')}
        placeholder={t('items.level')}
        value={filter.level}
        onChange={(level) => onChange({ level })}
        options={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
      />
      {place}
    </div>
  );
}
