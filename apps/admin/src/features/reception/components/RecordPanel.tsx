import type { Dto } from '@yikou/api-client';
import { App, Button, Form, Input, Radio, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/Kbd';
import { Refused } from '../../../ui/Refused';
import { useHotkeys } from '../../../ui/use-hotkeys';
import { useSubmit } from '../../../ui/use-submit';
import { useRecord } from '../api/consultations';
import { HandOverDialog } from './HandOverDialog';
import './reception.css';

const TYPES = ['COPY', 'FORM_HELP', 'POLICY'] as const;
type Type = (typeof TYPES)[number];

interface Entered {
  type: Type;
  question?: string;
  itemCode?: string;
  contact?: { name?: string; telephone?: string };
}

type Ending = 'ANSWERED' | 'OPEN' | Dto<'HandOverInputDto'>;

/**
 * Records what is asked, by keyboard alone: 1, 2 or 3 chooses the type and begins the question, Enter
 * records it as answered, F8 as still to be answered, F9 hands it over.
 *
 * @param itemField finds an item; it belongs to the catalog
 */
export function RecordPanel({ itemField }: { itemField: ReactNode }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const question = useRef<InputRef>(null);
  const [handing, setHanding] = useState(false);
  const record = useRecord();
  const ending = useRef<Ending>('ANSWERED');
  const save = async (entered: Entered, how: Ending) => {
    const { state } = await record.mutateAsync(bodyOf(entered, how));
    void message.success(t(`reception.recorded.${state === 'BECAME_CASE' ? 'ANSWERED' : state}`));
    form.resetFields();
    setHanding(false);
    // The next key chooses a type again.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const { submit, refusal, pending } = useSubmit<Entered>(form, (entered) =>
    save(entered, ending.current),
  );
  const end = (how: Ending) => {
    ending.current = how;
    form.submit();
  };
  const begin = (type: Type) => {
    form.setFieldValue('type', type);
    question.current?.focus();
  };
  useHotkeys({
    '1': () => begin('COPY'),
    '2': () => begin('FORM_HELP'),
    '3': () => begin('POLICY'),
    F8: () => end('OPEN'),
    F9: () => setHanding(true),
  });
  return (
    <Form<Entered>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ type: 'POLICY' }}
      className="record"
      onFinish={(entered) => {
        void submit(entered).finally(() => (ending.current = 'ANSWERED'));
      }}
    >
      <Form.Item name="type" label={t('reception.type')}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={TYPES.map((value, index) => ({
            value,
            label: (
              <>
                {t(`reception.types.${value}`)} <Kbd>{String(index + 1)}</Kbd>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="question"
        label={`${t('reception.question')}（${t('common.optional')}）`}
        extra={t('reception.questionHint')}
      >
        <Input ref={question} maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name="itemCode" label={`${t('reception.item')}（${t('common.optional')}）`}>
        {itemField}
      </Form.Item>
      <div className="record-contact">
        <Form.Item
          name={['contact', 'name']}
          label={`${t('reception.contactName')}（${t('common.optional')}）`}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['contact', 'telephone']}
          label={`${t('reception.contactTelephone')}（${t('common.optional')}）`}
        >
          <Input className="number" maxLength={20} autoComplete="off" inputMode="tel" />
        </Form.Item>
      </div>
      {!handing && <Refused error={refusal} />}
      <div className="record-foot">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('reception.answered')}
        </Button>
        <Button onClick={() => end('OPEN')}>
          {t('reception.open')}
          <Kbd>F8</Kbd>
        </Button>
        <Button onClick={() => setHanding(true)}>
          {t('reception.handOver')}
          <Kbd>F9</Kbd>
        </Button>
      </div>
      {handing && (
        <HandOverDialog
          onClose={() => setHanding(false)}
          onSubmit={(handOver) => save(form.getFieldsValue(true) as Entered, handOver)}
        />
      )}
    </Form>
  );
}

function bodyOf(entered: Entered, ending: Ending): Dto<'RecordConsultationDto'> {
  const { type, question = '', itemCode, contact } = entered;
  const name = contact?.name?.trim();
  const telephone = contact?.telephone?.trim();
  return {
    type,
    question,
    ...(itemCode ? { itemCode } : {}),
    ...(name ? { contact: { name, ...(telephone ? { telephone } : {}) } } : {}),
    ...(typeof ending === 'string' ? { outcome: ending } : { handOver: ending }),
  };
}
