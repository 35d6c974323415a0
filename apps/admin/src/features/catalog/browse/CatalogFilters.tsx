import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ItemFilter } from '../api/items';
import { ThemeSelect } from '../components/ThemeSelect';

interface Props {
  filter: ItemFilter;
  onChange: (change: ItemFilter) => void;
}

export const CHOICES = {
  level: ['STREET', 'COMMUNITY'],
  handlingKind: ['INSTANT', 'PROMISED'],
  closure: ['LOCAL', 'UPPER'],
  class: ['GOVERNMENT', 'FEATURED'],
  standing: ['IN_FORCE', 'NOT_IN_FORCE'],
} as const;

export function CatalogFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="catalog-filters" role="search">
      <Input
        allowClear
        maxLength={64}
        prefix={<SearchOutlined />}
        aria-label={t('items.search')}
        placeholder={t('items.search')}
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      <Choice
        label={t('items.level')}
        value={filter.level}
        options={CHOICES.level.map((value) => ({ value, label: t(`level.${value}`) }))}
        onChange={(level) => onChange({ level })}
      />
      <ThemeSelect value={filter.theme} onChange={(theme) => onChange({ theme })} />
      <Choice
        label={t('listing.kind')}
        value={filter.handlingKind}
        options={CHOICES.handlingKind.map((value) => ({
          value,
          label: t(`handlingKind.${value}`),
        }))}
        onChange={(handlingKind) => onChange({ handlingKind })}
      />
      <Choice
        label={t('listing.closure')}
        value={filter.closure}
        options={CHOICES.closure.map((value) => ({ value, label: t(`closure.${value}`) }))}
        onChange={(closure) => onChange({ closure })}
      />
      <Choice
        label={t('listing.class')}
        value={filter.class}
        options={CHOICES.class.map((value) => ({ value, label: t(`itemClass.${value}`) }))}
        onChange={(chosen) => onChange({ class: chosen })}
      />
      <Choice
        label={t('listing.standing')}
        value={filter.standing}
        options={CHOICES.standing.map((value) => ({
          value,
          label: t(`listing.standings.${value}`),
        }))}
        onChange={(standing) => onChange({ standing })}
      />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | undefined;
  options: { value: Value; label: string }[];
  onChange: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ label, onChange, ...rest }: ChoiceProps<Value>) {
  return (
    <Select<Value>
      {...rest}
      allowClear
      aria-label={label}
      placeholder={label}
      onChange={(value: Value | undefined) => onChange(value)}
    />
  );
}
