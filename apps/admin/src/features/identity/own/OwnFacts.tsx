import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { RoleTags } from '../components/RoleTags';

export function OwnFacts({ account }: { account: Dto<'AccountDto'> }) {
  const { t } = useTranslation();
  const { displayName, loginName, unit, roles } = account;
  return (
    <>
      <Facts
        facts={[
          [t('me.name'), displayName],
          [t('me.loginName'), loginName],
          [t('me.unit'), unit.name],
          [t('me.area'), unit.areaName],
          [t('me.roles'), roles.length > 0 ? <RoleTags roles={roles} /> : t('me.noRoles')],
        ]}
      />
      <p className="facts-note">{t('me.rolesNote')}</p>
    </>
  );
}
