import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Who it is and where they work; the names of the fields are those of the API. */
export function NameAndUnit({ unitField }: { unitField: ReactNode }) {
  const { t } = useTranslation();
  const name = t('accounts.displayName');
  const unit = t('accounts.unit');
  return (
    <>
      <Form.Item
        name="displayName"
        label={name}
        rules={[
          { required: true, whitespace: true, message: t('common.required', { field: name }) },
        ]}
      >
        <Input autoComplete="off" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="unitId"
        label={unit}
        rules={[{ required: true, message: t('common.choose', { field: unit }) }]}
      >
        {unitField}
      </Form.Item>
    </>
  );
}
