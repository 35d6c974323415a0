import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export function IssueFields() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="resultNumber"
      label={`${t('fields.resultNumber')}（${t('applicant.optional')}）`}
      extra={t('fields.resultNumberHint')}
    >
      <Input maxLength={64} autoComplete="off" />
    </Form.Item>
  );
}
