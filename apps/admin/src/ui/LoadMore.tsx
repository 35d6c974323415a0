import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  shown: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

export function LoadMore({ shown, hasMore, loading, onMore }: Props) {
  const { t } = useTranslation();
  return (
    <div className="more no-print">
      {hasMore ? (
        <Button onClick={onMore} loading={loading}>
          {t('common.more')}
        </Button>
      ) : (
        <span>{t('common.allShown', { count: shown })}</span>
      )}
    </div>
  );
}
