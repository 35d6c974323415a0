import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';

export function RoleTags({ roles }: { roles: readonly Dto<'Role'>[] }) {
  const { t } = useTranslation();
  return (
    <span className="tags">
      {roles.map((role) => (
        <span key={role} className="tag" data-tone="primary">
          {t(`role.${role}`)}
        </span>
      ))}
    </span>
  );
}
