import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../ui/Mark';

/** Whether the account opens anything, and whether it is one to try things out with. */
export function ActiveMark({
  account: { active, demo },
}: {
  account: Pick<Dto<'AccountSummaryDto'>, 'active' | 'demo'>;
}) {
  const { t } = useTranslation();
  return (
    <span className="tags">
      <Mark look={active ? 'NORMAL' : 'PAUSED'}>
        {t(active ? 'accounts.active' : 'accounts.inactive')}
      </Mark>
      {demo && <span className="tag">{t('accounts.demo')}</span>}
    </span>
  );
}
