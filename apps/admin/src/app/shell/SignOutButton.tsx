import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLeave } from './use-leave';

export function SignOutButton() {
  const { t } = useTranslation();
  const leave = useLeave();
  return (
    <Button type="text" icon={<LogoutOutlined aria-hidden />} onClick={leave}>
      {t('top.signOut')}
    </Button>
  );
}
