import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../api/units';

interface Props {
  /** Given by the form that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (unitId: string) => void;
}

/** A department of the district or the city, found by typing a part of its name. */
export function DepartmentSelect({ value, ...rest }: Props) {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery('DEPARTMENT'));
  return (
    <Select<string>
      {...rest}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('draft.reviewUnit')}
      placeholder={t('drafts.noReviewer')}
      loading={units.isPending}
      options={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
