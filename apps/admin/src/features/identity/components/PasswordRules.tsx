import { useTranslation } from 'react-i18next';

const RULES = ['length', 'variety', 'name', 'common', 'last'] as const;

export function PasswordRules() {
  const { t } = useTranslation();
  return (
    <div className="password-rules">
      <p>{t('password.rulesTitle')}</p>
      <ul>
        {RULES.map((rule) => (
          <li key={rule}>{t(`password.rules.${rule}`)}</li>
        ))}
      </ul>
    </div>
  );
}
