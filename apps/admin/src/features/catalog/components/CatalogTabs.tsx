import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import './catalog-tabs.css';

/** The two rooms of the catalog: what is published, and what is in the making. */
export function CatalogTabs() {
  const { t } = useTranslation();
  return (
    <nav className="catalog-tabs no-print" aria-label={t('listing.tabs')}>
      <NavLink to="/catalog" end>
        {t('listing.items')}
      </NavLink>
      <NavLink to="/catalog/drafts" end>
        {t('listing.drafts')}
      </NavLink>
    </nav>
  );
}
