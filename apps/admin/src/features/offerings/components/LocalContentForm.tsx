import type { Dto } from '@yikou/api-client';
import { App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { useSubmit } from '../../../ui/use-submit';
import { useChangeOffering } from '../api/change-offering';

interface Props {
  unitId: string;
  offering: Dto<'OfferingDto'>;
}

interface Entered {
  address?: string | null;
  telephone?: string | null;
  openingHours?: string | null;
  counters: string[];
}

/** R34: what a hall may say for itself, and nothing else. */
export function LocalContentForm({ unitId, offering }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const { mutateAsync } = useChangeOffering(unitId);
  const send = async ({ counters, ...texts }: Entered) => {
    const body = {
      address: texts.address ?? '',
      telephone: texts.telephone ?? '',
      openingHours: texts.openingHours ?? '',
      counters: counters.map(Number).filter((number) => Number.isInteger(number)),
    };
    await mutateAsync({ does: 'local', code: offering.itemCode, body });
    void message.success(t('offering.saved'));
  };
  const { submit, refusal, pending } = useSubmit(form, send);
  const { address, telephone, openingHours, counters } = offering.local;
  return (
    <section>
      <h3>{t('offering.local')}</h3>
      <p className="dialog-intro">{t('offering.localNote')}</p>
      <Form<Entered>
        form={form}
        layout="vertical"
        initialValues={{ address, telephone, openingHours, counters: counters.map(String) }}
        onFinish={(entered) => void submit(entered)}
      >
        <Form.Item name="address" label={t('offering.address')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="telephone" label={t('offering.telephone')}>
          <Input maxLength={50} inputMode="tel" />
        </Form.Item>
        <Form.Item name="openingHours" label={t('offering.openingHours')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="counters"
          label={t('offering.counters')}
          extra={t('offering.countersHint')}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', ',', ' ']} />
        </Form.Item>
        <Refused error={refusal} />
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('common.save')}
        </Button>
      </Form>
    </section>
  );
}
