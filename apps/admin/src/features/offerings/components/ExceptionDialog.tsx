import type { Dto } from '@yikou/api-client';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { useChangeOffering } from '../api/change-offering';
import { LongReason } from './LongReason';

interface Props {
  unitId: string;
  item: Dto<'MissingItemDto'>;
  onClose: () => void;
}

export function ExceptionDialog({ unitId, item, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeOffering(unitId);
  const send = async ({ reason }: { reason: string }) => {
    await mutateAsync({ does: 'request', body: { itemCode: item.code, reason } });
    void message.success(t('exception.requested'));
    onClose();
  };
  return (
    <FormDialog<{ reason: string }>
      title={t('exception.request')}
      okText={t('exception.request')}
      intro={`${item.name}（${item.code}）。${t('exception.intro')}`}
      onSubmit={send}
      onClose={onClose}
    >
      <LongReason name="reason" label={t('exception.reason')} />
    </FormDialog>
  );
}
