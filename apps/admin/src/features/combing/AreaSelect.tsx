import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listAreasQuery } from './api/areas';

interface Props {
  /** Given by the form that it stands in. */
  id?: string;
  value?: string | undefined;
  onChange?: (area: string | undefined) => void;
  label?: string;
  placeholder?: string;
  allowClear?: boolean;
}

/** The streets first, then the communities; found by typing. */
export function AreaSelect({ label, placeholder, ...rest }: Props) {
  const { t } = useTranslation();
  const areas = useQuery(listAreasQuery);
  return (
    <Select<string>
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={placeholder ?? t('combing.area')}
      loading={areas.isPending}
      options={(areas.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
