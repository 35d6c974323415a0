import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../ui/DayPicker';
import { FormDialog } from '../../ui/FormDialog';
import { delegatedItemsQuery, useChangeAuthorisation } from './api';
import './authorisations.css';

interface Props {
  /** Chooses the centre, which the organisation knows. */
  centreField: ReactNode;
  onClose: () => void;
}

const PLACES = {
  'catalog.item_unknown': 'itemCode',
  'catalog.authorisation_not_needed': 'itemCode',
  'catalog.authorisation_not_yours': 'centreUnitId',
  'catalog.authorisation_period_invalid': 'until',
};

export function GrantDialog({ centreField, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeAuthorisation();
  const send = async ({ until, ...body }: Dto<'GrantAuthorisationDto'>) => {
    await mutateAsync({ does: 'grant', body: { ...body, ...(until ? { until } : {}) } });
    void message.success(t('authorisations.granted'));
    onClose();
  };
  const needed = (label: string) => [
    { required: true, message: t('common.required', { field: label }) },
  ];
  const text = (name: 'documentName' | 'documentNumber', longest: number) => (
    <Form.Item
      name={name}
      label={t(`authorisations.${name}`)}
      rules={needed(t(`authorisations.${name}`))}
    >
      <Input maxLength={longest} />
    </Form.Item>
  );
  return (
    <FormDialog<Dto<'GrantAuthorisationDto'>>
      title={t('authorisations.grant')}
      okText={t('authorisations.grant')}
      intro={t('authorisations.grantIntro')}
      places={PLACES}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="centreUnitId"
        label={t('authorisations.centre')}
        rules={needed(t('authorisations.centre'))}
      >
        {centreField}
      </Form.Item>
      <Form.Item
        name="itemCode"
        label={t('authorisations.item')}
        rules={needed(t('authorisations.item'))}
      >
        <DelegatedItemSelect />
      </Form.Item>
      {text('documentName', 100)}
      {text('documentNumber', 64)}
      <div className="authorisation-period">
        <Form.Item
          name="from"
          label={t('authorisations.from')}
          rules={needed(t('authorisations.from'))}
        >
          <DayPicker />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('authorisations.until')}
          extra={t('authorisations.untilOpen')}
        >
          <DayPicker />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

/** What the chosen centre decides in the name of a section. */
function DelegatedItemSelect(props: { value?: string; onChange?: (code: string) => void }) {
  const unitId = Form.useWatch<string | undefined>('centreUnitId');
  const items = useQuery({ ...delegatedItemsQuery(unitId ?? ''), enabled: unitId !== undefined });
  return (
    <Select<string>
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      loading={items.isFetching}
      disabled={!unitId}
      options={(items.data ?? []).map(({ itemCode, itemName }) => ({
        value: itemCode,
        label: `${itemName}（${itemCode}）`,
      }))}
    />
  );
}
