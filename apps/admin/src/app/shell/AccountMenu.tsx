import { IdcardOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLeave } from './use-leave';

export function AccountMenu({ account }: { account: Dto<'AccountDto'> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leave = useLeave();
  const who = (
    <span className="account-who">
      <strong>{account.displayName}</strong>
      <span>{account.roles.map((role) => t(`role.${role}`)).join('、')}</span>
      <span>{account.unit.name}</span>
    </span>
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: who, disabled: true },
          { type: 'divider' },
          {
            key: 'me',
            label: t('me.title'),
            icon: <IdcardOutlined />,
            onClick: () => void navigate('/me'),
          },
          { key: 'leave', label: t('top.signOut'), icon: <LogoutOutlined />, onClick: leave },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('top.account')}>
        <span className="account-name">{account.displayName}</span>
      </Button>
    </Dropdown>
  );
}
