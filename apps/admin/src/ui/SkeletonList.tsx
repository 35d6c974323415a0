import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

export function SkeletonList({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="panel-body" role="status" aria-busy="true" aria-label={t('common.loading')}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}
