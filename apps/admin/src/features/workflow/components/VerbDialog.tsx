import type { Dto } from '@yikou/api-client';
import { Alert, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, sentenceOf, showAtFields } from '../../../ui/problem';
import type { ActVerb } from '../api/act';
import type { VerbFields } from '../fields/verb-fields';
import { useCaseVerb } from '../use-case-verb';

interface Props {
  subject: Dto<'CaseDto'>;
  verb: ActVerb;
  Fields: VerbFields | undefined;
  initial?: object | undefined;
  onClose: () => void;
  onDone?: ((changed: Dto<'CaseDto'>) => void) | undefined;
}

const WIDTH = 560;

/** Says what the verb does, takes what is entered with it, shows refusals at their field. */
export function VerbDialog({ subject, verb, Fields, initial, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [refusal, setRefusal] = useState<unknown>(null);
  const { perform, pending } = useCaseVerb();

  const refused = (error: unknown): boolean => {
    const placed = isProblem(error) && showAtFields(form, error);
    setRefusal(placed ? null : error);
    return true;
  };
  const submit = (entered: Record<string, unknown>) =>
    perform({
      subject,
      verb,
      input: filled(entered),
      onRefused: refused,
      onStale: onClose,
      onDone: (changed) => {
        onClose();
        onDone?.(changed);
      },
    });
  return (
    <Modal
      open
      width={WIDTH}
      title={t(`verb.${verb}`)}
      okText={t(`verb.${verb}`)}
      cancelText={t('common.cancel')}
      confirmLoading={pending}
      onCancel={onClose}
      onOk={form.submit}
    >
      <p className="verb-ask">{t(`ask.${verb}`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        {...(initial ? { initialValues: initial } : {})}
      >
        {Fields && <Fields subject={subject} />}
      </Form>
      {refusal !== null && <Alert type="error" showIcon title={sentenceOf(refusal, t)} />}
    </Modal>
  );
}

/** What was left empty is not sent. */
function filled(entered: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entered).filter(([, value]) => value !== undefined && value !== ''),
  );
}
