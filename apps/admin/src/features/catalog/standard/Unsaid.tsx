import { useTranslation } from 'react-i18next';

export function Unsaid() {
  const { t } = useTranslation();
  return <span className="soft">{t('standardWords.unsaid')}</span>;
}
