import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { authorisationsQuery } from './api';

/** R48: 30 days before, unless another carries on. */
export function EndingBanner({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation();
  const ending = useInfiniteQuery(authorisationsQuery({ standing: 'ENDS_SOON' }, 100));
  const rows = ending.data?.pages.flatMap((page) => page.items) ?? [];
  const count = rows.filter(({ renewed }) => !renewed).length;
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('authorisations.endsSoon', { count })}
      action={
        <Button size="small" onClick={onShow}>
          {t('authorisations.showThem')}
        </Button>
      }
    />
  );
}
