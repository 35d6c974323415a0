import { MenuOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button, Drawer, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './AccountMenu';
import { Brand } from './Brand';
import { GlobalSearch } from './GlobalSearch';
import { LanguageSwitch } from './LanguageSwitch';
import { NavLinks } from './NavLinks';

interface Props {
  account: Dto<'AccountDto'>;
  onHelp: () => void;
}

export function TopBar({ account, onHelp }: Props) {
  const { t } = useTranslation();
  const [drawer, setDrawer] = useState(false);
  return (
    <header className="top no-print">
      <Button
        className="top-burger"
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('nav.open')}
        onClick={() => setDrawer(true)}
      />
      <span className="top-unit" title={account.unit.name}>
        {account.unit.name}
      </span>
      <GlobalSearch />
      <span className="top-tools">
        <Tooltip title={`${t('top.help')} ?`}>
          <Button
            type="text"
            className="top-help"
            icon={<QuestionCircleOutlined />}
            aria-label={t('top.help')}
            onClick={onHelp}
          />
        </Tooltip>
        <span className="top-language">
          <LanguageSwitch />
        </span>
        <AccountMenu account={account} />
      </span>
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        placement="left"
        size={264}
        title={<Brand />}
        className="nav-drawer"
      >
        <NavLinks areasOfWork={account.areasOfWork} onChosen={() => setDrawer(false)} />
        <LanguageSwitch />
      </Drawer>
    </header>
  );
}
