import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../../ui/DataList';
import { Mark } from '../../../ui/Mark';
import { RoleTags } from '../components/RoleTags';
import { ActiveMark } from './ActiveMark';

type Row = Dto<'AccountSummaryDto'>;

export function useAccountColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'person',
      title: t('accounts.person'),
      width: 190,
      phone: 'head',
      render: ({ id, displayName, loginName }) => (
        <>
          <Link to={`/accounts/${id}`} className="cell-main" tabIndex={-1}>
            {displayName}
          </Link>
          <div className="cell-sub number">{loginName}</div>
        </>
      ),
    },
    {
      key: 'unit',
      title: t('accounts.unit'),
      render: ({ unit }) => (
        <div>
          {unit.name}
          <div className="cell-sub">{unit.areaName}</div>
        </div>
      ),
    },
    {
      key: 'roles',
      title: t('accounts.role'),
      width: 230,
      render: ({ roles }) =>
        roles.length > 0 ? (
          <RoleTags roles={roles} />
        ) : (
          <span className="soft">{t('accounts.noRoles')}</span>
        ),
    },
    {
      key: 'factor',
      title: t('accounts.factor'),
      width: 120,
      render: ({ secondFactorOn }) => (
        <Mark look={secondFactorOn ? 'NORMAL' : 'PAUSED'}>
          {t(`factor.state.${secondFactorOn ? 'ON' : 'NONE'}`)}
        </Mark>
      ),
    },
    {
      key: 'password',
      title: t('accounts.password'),
      width: 140,
      phone: 'hidden',
      render: ({ mustChangePassword }) =>
        t(mustChangePassword ? 'accounts.mustChange' : 'accounts.ownPassword'),
    },
    {
      key: 'state',
      title: t('accounts.state'),
      width: 150,
      render: (row) => <ActiveMark account={row} />,
    },
  ];
}
