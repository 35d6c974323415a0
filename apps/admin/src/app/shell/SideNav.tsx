import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Brand } from './Brand';
import { NavLinks } from './NavLinks';

export function SideNav({ account }: { account: Dto<'AccountDto'> }) {
  const { t } = useTranslation();
  return (
    <div className="side no-print">
      <Link to="/" className="side-brand">
        <Brand />
      </Link>
      <nav aria-label={t('nav.label')}>
        <NavLinks areasOfWork={account.areasOfWork} />
      </nav>
      <p className="side-foot">{account.unit.areaName}</p>
    </div>
  );
}
