import { ConfigProvider } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { publicTheme } from '../../ui/theme';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import './public.css';
import './shell.css';

/** For the public: large letters, nothing but the page. */
export function PublicFrame() {
  const { t } = useTranslation();
  return (
    <ConfigProvider theme={publicTheme}>
      <div className="public">
        <header className="public-head no-print">
          <Link to="/items" className="public-brand">
            <Brand />
          </Link>
          <nav aria-label={t('nav.label')}>
            <NavLink to="/items">{t('nav.ITEMS')}</NavLink>
            <a href="/progress">{t('nav.progress')}</a>
            <a href="/online">{t('nav.online')}</a>
          </nav>
          <span className="public-tools">
            <LanguageSwitch />
            <Link to="/sign-in">{t('top.signIn')}</Link>
          </span>
        </header>
        <main id="content">
          <Outlet />
        </main>
      </div>
    </ConfigProvider>
  );
}
