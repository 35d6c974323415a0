import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/DataList';
import { Mark } from '../../../ui/Mark';
import { stamp } from '../../../ui/time';
import { useNow } from '../../../ui/use-now';
import { periodOf, standingOf, type GrantStanding } from './grant-standing';

type Grant = Dto<'RoleGrantDto'>;

const LOOK: Record<GrantStanding, Dto<'Light'>> = {
  NOW: 'NORMAL',
  AHEAD: 'WARNING',
  OVER: 'PAUSED',
  REVOKED: 'PAUSED',
};

/** @param onRevoke left out where nothing may be revoked */
export function useGrantColumns(onRevoke: ((grant: Grant) => void) | undefined): Column<Grant>[] {
  const { t } = useTranslation();
  const now = useNow();
  const isOpen = (grant: Grant) => ['NOW', 'AHEAD'].includes(standingOf(grant, now));
  return [
    {
      key: 'role',
      title: t('accounts.role'),
      phone: 'head',
      render: ({ role }) => <span className="cell-main">{t(`role.${role}`)}</span>,
    },
    {
      key: 'standing',
      title: t('accounts.state'),
      width: 100,
      render: (grant) => {
        const standing = standingOf(grant, now);
        return <Mark look={LOOK[standing]}>{t(`account.standing.${standing}`)}</Mark>;
      },
    },
    {
      key: 'period',
      title: t('account.period'),
      width: 240,
      numeric: true,
      render: (grant) => periodOf(grant, t),
    },
    {
      key: 'by',
      title: t('account.grantedBy'),
      width: 210,
      render: (grant) => <GrantedBy grant={grant} />,
    },
    {
      key: 'revoke',
      title: t('common.actions'),
      width: 90,
      render: (grant) =>
        onRevoke &&
        isOpen(grant) && (
          <Button size="small" danger onClick={() => onRevoke(grant)}>
            {t('account.revoke')}
          </Button>
        ),
    },
  ];
}

function GrantedBy({ grant }: { grant: Grant }) {
  const { t } = useTranslation();
  const words = (name: string | null, at: string) =>
    t('account.byAt', { name: name ?? t('account.bySystem'), at: stamp(at) });
  return (
    <div className="number">
      {words(grant.grantedByName, grant.grantedAt)}
      {grant.revokedAt && (
        <div className="cell-sub">
          {t('account.revokedBy')} {words(grant.revokedByName, grant.revokedAt)}
        </div>
      )}
    </div>
  );
}
