import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from './Refused';
import { useReturnFocus } from './use-return-focus';
import { useSubmit, type PlaceOfRefusal } from './use-submit';

interface Props<Entered> {
  title: string;
  okText: string;
  /** What it does and what follows from it. */
  intro?: ReactNode;
  danger?: boolean;
  initial?: Partial<Entered>;
  places?: PlaceOfRefusal;
  onSubmit: (entered: Entered) => Promise<unknown>;
  onClose: () => void;
  children?: ReactNode;
}

const WIDTH = 520;

/** Asks for what an action needs; stays open with the reason when it is refused. */
export function FormDialog<Entered extends object>({
  title,
  okText,
  intro,
  danger = false,
  initial,
  places,
  onSubmit,
  onClose,
  children,
}: Props<Entered>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Entered>();
  useReturnFocus();
  const { submit, refusal, pending } = useSubmit(form, onSubmit, places);
  return (
    <Modal
      open
      width={WIDTH}
      title={title}
      okText={okText}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger }}
      confirmLoading={pending}
      onCancel={onClose}
      onOk={form.submit}
    >
      {intro && <p className="dialog-intro">{intro}</p>}
      <Form<Entered>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(entered) => void submit(entered)}
        {...(initial ? { initialValues: initial } : {})}
      >
        {children}
      </Form>
      <Refused error={refusal} />
    </Modal>
  );
}
