import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { settingsQuery, useChangeVisits } from './api';

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data } = useQuery(settingsQuery);
  const { mutateAsync } = useChangeVisits();
  if (!data) return null;
  const count = (name: keyof Dto<'AppointmentSettingsDto'>, most: number) => (
    <Form.Item
      name={name}
      label={t(`visits.${name}`)}
      rules={[{ required: true, message: t('common.required', { field: t(`visits.${name}`) }) }]}
    >
      <InputNumber min={1} max={most} precision={0} />
    </Form.Item>
  );
  return (
    <FormDialog<Dto<'AppointmentSettingsDto'>>
      title={t('visits.settings')}
      okText={t('visits.save')}
      intro={t('visits.settingsIntro')}
      initial={data}
      onSubmit={async (body) => {
        await mutateAsync({ does: 'set', body });
        void message.success(t('visits.saved'));
        onClose();
      }}
      onClose={onClose}
    >
      {count('placesPerCounter', 20)}
      {count('daysAhead', 60)}
    </FormDialog>
  );
}
