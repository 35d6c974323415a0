import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonField } from './TextFields';
import type { Dto } from '@yikou/api-client';

export function SuspendFields({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const label = t('fields.procedure');
  return (
    <>
      <Form.Item
        name="procedureKind"
        label={label}
        rules={[{ required: true, message: t('common.choose', { field: label }) }]}
      >
        <Radio.Group
          options={subject.specialProcedures.map(({ kind, name, countsInLimit }) => ({
            value: kind,
            label: `${name}（${t(countsInLimit ? 'guide.countsIn' : 'guide.countsOut')}）`,
          }))}
        />
      </Form.Item>
      <ReasonField />
    </>
  );
}
