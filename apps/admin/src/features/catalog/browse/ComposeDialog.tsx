import type { Dto } from '@yikou/api-client';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../../ui/FormDialog';
import { useComposeDraft } from '../api/change-draft';
import { CHOICES } from './CatalogFilters';

/** Begins an item that is not there yet. */
export function ComposeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const compose = useComposeDraft();
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('common.required', { field: label }) },
  ];
  const begin = async (entered: Dto<'ComposeDraftDto'>): Promise<void> => {
    const { id } = await compose.mutateAsync(entered);
    await navigate(`/catalog/drafts/${id}`);
  };
  return (
    <FormDialog<Dto<'ComposeDraftDto'>>
      title={t('listing.compose')}
      okText={t('listing.begin')}
      intro={t('listing.composeNote')}
      initial={{ level: 'STREET' }}
      places={{ 'catalog.code_taken': 'code' }}
      onSubmit={begin}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('listing.code')}
        extra={t('listing.codeRule')}
        normalize={(value: string) => value.trim().toUpperCase()}
        rules={required(t('listing.code'))}
      >
        <Input maxLength={64} placeholder="EQ-T-05-010" />
      </Form.Item>
      <Form.Item name="name" label={t('listing.name')} rules={required(t('listing.name'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="level" label={t('listing.level')}>
        <Radio.Group
          options={CHOICES.level.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
