import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { everyUnitQuery } from '../api/every-unit';

interface Props {
  /** Given by the form that it stands in. */
  id?: string;
  value?: string | undefined;
  onChange?: (unitId: string | undefined) => void;
  label?: string;
  placeholder?: string;
  allowClear?: boolean;
}

/** Any unit, found by typing a part of its name. */
export function EveryUnitSelect({ label, ...rest }: Props) {
  const units = useQuery(everyUnitQuery);
  return (
    <Select<string>
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      loading={units.isPending}
      options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
