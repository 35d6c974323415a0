import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../api/units';

interface Props {
  value: string | undefined;
  onChange: (unitId: string | undefined) => void;
  kinds?: readonly ('CENTRE' | 'STATION')[];
}

const HALLS = ['CENTRE', 'STATION'] as const;

/** The halls that take requests: centres first, then stations. */
export function UnitSelect({ value, onChange, kinds = HALLS }: Props) {
  const { t } = useTranslation();
  const halls = useQueries({ queries: kinds.map(unitsQuery) });
  const units = halls.flatMap(({ data }) => data?.items ?? []);
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('items.unit')}
      placeholder={t('items.anywhere')}
      loading={halls.some(({ isPending }) => isPending)}
      value={value}
      onChange={(unitId) => onChange(unitId)}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
