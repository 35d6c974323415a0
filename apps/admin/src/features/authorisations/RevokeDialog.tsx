import type { Dto } from '@yikou/api-client';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeAuthorisation } from './api';

interface Props {
  authorisation: Dto<'AuthorisationDto'>;
  onClose: () => void;
}

export function RevokeDialog({ authorisation, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeAuthorisation();
  const send = async (body: { reason: string }) => {
    await mutateAsync({ does: 'revoke', id: authorisation.id, body });
    void message.success(t('authorisations.revoked'));
    onClose();
  };
  const label = t('authorisations.reason');
  const { centre, section, itemName } = authorisation;
  return (
    <FormDialog<{ reason: string }>
      danger
      title={t('authorisations.revokeTitle')}
      okText={t('authorisations.revoke')}
      intro={t('authorisations.revokeIntro', {
        centre: centre.name,
        section: section.name,
        item: itemName,
      })}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={label}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: label }) },
        ]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}
