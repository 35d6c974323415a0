import { useTranslation } from 'react-i18next';

/** The sign of the house: 一 above 口. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden>
        <rect width="32" height="32" rx="7" className="brand-ground" />
        <path d="M8 9h16M9.5 14.5h13v9h-13z" className="brand-stroke" />
      </svg>
      <span className="brand-words">
        <strong>{t('brand')}</strong>
        <small>{t('brandLine')}</small>
      </span>
    </span>
  );
}
