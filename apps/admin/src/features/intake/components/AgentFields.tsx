import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';

/** R69: who acts for the applicant; asked for only where somebody does. */
export function AgentFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const acting = Form.useWatch<boolean | undefined>('byAgent');
  const needed = (field: string) => [{ required: true, message: t('common.required', { field }) }];
  const text = (name: string, label: string, max: number) => (
    <Form.Item name={['agent', name]} label={label} rules={needed(label)}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  );
  const day = (name: string, label: string) => (
    <Form.Item name={['agent', name]} label={label} rules={needed(label)}>
      <DayPicker />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name="byAgent" valuePropName="checked" className="agent-switch">
        <Checkbox
          onChange={({ target }) => !target.checked && form.setFieldValue('agent', undefined)}
        >
          {t('agent.acting')}
        </Checkbox>
      </Form.Item>
      {acting && (
        <div className="applicant-fields">
          {text('name', t('agent.name'), 100)}
          {text('identityNumber', t('agent.identity'), 18)}
          {text('telephone', t('agent.telephone'), 20)}
          {text('letterNumber', t('agent.letterNumber'), 64)}
          {day('validFrom', t('agent.validFrom'))}
          {day('validUntil', t('agent.validUntil'))}
        </div>
      )}
    </>
  );
}
