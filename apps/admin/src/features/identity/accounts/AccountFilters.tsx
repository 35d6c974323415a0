import { SearchOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFilter } from '../api/accounts';
import { RoleSelect } from './RoleSelect';
import './accounts.css';

interface Props {
  filter: AccountFilter;
  onChange: (change: AccountFilter) => void;
  /** The unit, which the organisation knows. */
  place: ReactNode;
}

export function AccountFilters({ filter, onChange, place }: Props) {
  const { t } = useTranslation();
  return (
    <div className="account-filters" role="search">
      <Input
        allowClear
        maxLength={64}
        prefix={<SearchOutlined />}
        aria-label={t('accounts.search')}
        placeholder={t('accounts.search')}
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      {place}
      <RoleSelect
        allowClear
        label={t('accounts.role')}
        placeholder={t('accounts.anyRole')}
        value={filter.role}
        onChange={(role: Dto<'Role'> | undefined) => onChange({ role })}
      />
      <Select<'true' | 'false'>
        allowClear
        aria-label={t('accounts.state')}
        placeholder={t('accounts.anyState')}
        value={filter.active === undefined ? undefined : filter.active ? 'true' : 'false'}
        onChange={(active) => onChange({ active: active ? active === 'true' : undefined })}
        options={[
          { value: 'true', label: t('accounts.active') },
          { value: 'false', label: t('accounts.inactive') },
        ]}
      />
    </div>
  );
}
