import { PlusOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AccountFilters } from '../../features/identity/accounts/AccountFilters';
import { AccountList } from '../../features/identity/accounts/AccountList';
import { CreateAccountDrawer } from '../../features/identity/accounts/CreateAccountDrawer';
import type { AccountFilter } from '../../features/identity/api/accounts';
import { EveryUnitSelect } from '../../features/organisation/components/EveryUnitSelect';
import { words } from '../../messages/zh-CN/words';
import { PageHead } from '../../ui/PageHead';
import { useDebounced } from '../../ui/use-debounced';

const FIELDS = ['q', 'unitId', 'role', 'active'] as const;

/** The filter lives in the address, so that going back to the list finds it as it was. */
export function AccountsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const shown = filterOf(search);
  const q = useDebounced(shown.q?.trim());
  const change = (part: AccountFilter) => {
    const next = { ...shown, ...part };
    const pairs = FIELDS.flatMap((name) => {
      const value = next[name];
      return value === undefined || value === '' ? [] : [[name, String(value)]];
    });
    setSearch(pairs as [string, string][], { replace: true });
  };
  const create = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('accounts.create')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('accounts.title')} note={t('accounts.intro')} actions={create} />
      <section className="panel">
        <AccountFilters
          filter={shown}
          onChange={change}
          place={
            <EveryUnitSelect
              allowClear
              label={t('accounts.unit')}
              placeholder={t('accounts.anyUnit')}
              value={shown.unitId}
              onChange={(unitId) => change({ unitId })}
            />
          }
        />
        <AccountList filter={{ ...shown, q }} />
      </section>
      {creating && (
        <CreateAccountDrawer
          unitField={<EveryUnitSelect placeholder={t('accounts.unit')} />}
          onClose={() => setCreating(false)}
        />
      )}
    </div>
  );
}

function filterOf(search: URLSearchParams): AccountFilter {
  const role = search.get('role');
  const active = search.get('active');
  return {
    q: search.get('q') ?? undefined,
    unitId: search.get('unitId') ?? undefined,
    role: role && Object.hasOwn(words.role, role) ? (role as Dto<'Role'>) : undefined,
    active: active === null ? undefined : active === 'true',
  };
}
