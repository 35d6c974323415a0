import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { useChangeOffering } from '../api/change-offering';

interface Props {
  unitId: string;
  /** What is missing, where it was chosen. */
  itemCode?: string;
  /** Chooses a unit, which the organisation knows. */
  sectionField: ReactNode;
  onClose: () => void;
}

interface Entered {
  itemCode: string;
  startedOn?: string;
  sectionUnitId?: string;
}

const PLACES = {
  'catalog.item_unknown': 'itemCode',
  'catalog.item_of_other_level': 'itemCode',
  'catalog.offered_already': 'itemCode',
  'catalog.section_unknown': 'sectionUnitId',
};

export function OfferDialog({ unitId, itemCode, sectionField, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeOffering(unitId);
  const send = async ({ itemCode: code, startedOn, sectionUnitId }: Entered) => {
    const body = {
      itemCode: code.trim(),
      ...(startedOn ? { startedOn } : {}),
      ...(sectionUnitId ? { sectionUnitId } : {}),
    };
    await mutateAsync({ does: 'offer', body });
    void message.success(t('offering.offered'));
    onClose();
  };
  const label = t('offering.itemCode');
  return (
    <FormDialog<Entered>
      title={t('offering.offer')}
      okText={t('offering.offer')}
      intro={t('offering.offerIntro')}
      initial={itemCode ? { itemCode } : {}}
      places={PLACES}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="itemCode"
        label={label}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: label }) },
        ]}
      >
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="startedOn" label={t('offering.startedOn')} extra={t('offering.startedNow')}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="sectionUnitId" label={`${t('offering.section')}（${t('common.optional')}）`}>
        {sectionField}
      </Form.Item>
    </FormDialog>
  );
}
