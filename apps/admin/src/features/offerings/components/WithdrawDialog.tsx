import type { Dto } from '@yikou/api-client';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { useChangeOffering } from '../api/change-offering';
import { LongReason } from './LongReason';

interface Props {
  unitId: string;
  offering: Dto<'OfferingDto'>;
  onClose: () => void;
}

export function WithdrawDialog({ unitId, offering, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeOffering(unitId);
  const send = async (body: { reason: string }) => {
    await mutateAsync({ does: 'withdraw', code: offering.itemCode, body });
    void message.success(t('offering.withdrawn'));
    onClose();
  };
  return (
    <FormDialog<{ reason: string }>
      danger
      title={t('offering.withdraw')}
      okText={t('offering.withdraw')}
      intro={`${offering.itemName}。${t('offering.withdrawIntro')}`}
      onSubmit={send}
      onClose={onClose}
    >
      <LongReason name="reason" label={t('offering.withdrawReason')} />
    </FormDialog>
  );
}
