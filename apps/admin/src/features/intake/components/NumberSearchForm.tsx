import { SearchOutlined } from '@ant-design/icons';
import type { Dto } from '@yikou/api-client';
import { Button, Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import './number-search.css';

const KINDS = ['identityNumber', 'telephone'] as const;

interface Entered {
  kind: (typeof KINDS)[number];
  number: string;
}

interface Props {
  onSearch: (body: Dto<'SearchApplicantDto'>) => Promise<unknown>;
  onClear: () => void;
  found: boolean;
}

export function NumberSearchForm({ onSearch, onClear, found }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  const kind = Form.useWatch('kind', form) ?? 'identityNumber';
  const label = t(`numberSearch.number.${kind}`);
  const { submit, refusal, pending } = useSubmit<Entered>(form, (entered) =>
    onSearch({ [entered.kind]: entered.number }),
  );
  const clear = () => {
    form.resetFields(['number']);
    onClear();
  };
  return (
    <Form<Entered>
      form={form}
      className="number-search"
      layout="vertical"
      requiredMark={false}
      role="search"
      initialValues={{ kind: 'identityNumber' }}
      onFinish={(entered) => void submit(entered)}
    >
      <Form.Item name="kind" label={t('numberSearch.kind')}>
        <Segmented
          onChange={clear}
          options={KINDS.map((value) => ({ value, label: t(`numberSearch.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="number"
        label={label}
        normalize={(text: string) => text.toUpperCase().replace(/\s/g, '')}
        rules={[{ required: true, message: t('common.required', { field: label }) }]}
      >
        <Input className="number" maxLength={20} autoComplete="off" spellCheck={false} allowClear />
      </Form.Item>
      <div className="number-search-actions">
        <Button
          type="primary"
          htmlType="submit"
          icon={<SearchOutlined aria-hidden />}
          loading={pending}
        >
          {t('numberSearch.submit')}
        </Button>
        {found && <Button onClick={clear}>{t('numberSearch.clear')}</Button>}
      </div>
      <div className="number-search-note">
        <Refused error={refusal} />
        <p>{t('numberSearch.note')}</p>
      </div>
    </Form>
  );
}
