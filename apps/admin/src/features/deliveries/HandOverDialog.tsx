import type { Dto } from '@yikou/api-client';
import { App, Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { deliveryWords } from '../../ui/delivery-words';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeDelivery } from './api';
import { SignaturePad } from './SignaturePad';

interface Props {
  result: Dto<'UncollectedDto'>;
  onClose: () => void;
}

type Entered = Omit<Dto<'HandOverDto'>, 'version'> & { byAgent?: boolean };

const PLACES = {
  'delivery.signature_missing': 'signature',
  'delivery.signature_unreadable': 'signature',
};
/** Ways in which somebody stands in front of the clerk. */
const FACE_TO_FACE = ['WINDOW', 'HOME_VISIT', 'SELF_SERVICE'];

/** R57: who takes the result signs for it; who takes it for another shows a card. */
export function HandOverDialog({ result, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeDelivery();
  const methods = result.deliveryMethods.filter((one) => FACE_TO_FACE.includes(one));
  const send = async ({ byAgent, agentIdentityNumber, relation, ...entered }: Entered) => {
    const agent = byAgent
      ? { agentIdentityNumber: agentIdentityNumber ?? '', relation: relation ?? '' }
      : {};
    const filled = Object.fromEntries(Object.entries(entered).filter(([, value]) => value));
    const body = { ...(filled as typeof entered), ...agent, version: result.version };
    await mutateAsync({ does: 'handOver', id: result.caseId, body });
    void message.success(t('deliveries.done.handOver'));
    onClose();
  };
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('common.required', { field }) },
  ];
  return (
    <FormDialog<Entered>
      title={t('deliveries.handOver')}
      okText={t('deliveries.handOver')}
      intro={t('deliveries.handOverIntro', { number: result.caseNumber })}
      places={PLACES}
      initial={{ method: methods[0] ?? 'WINDOW' }}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item name="method" label={t('fields.method')}>
        <Radio.Group
          options={methods.map((value) => ({ value, label: deliveryWords(value, t) }))}
        />
      </Form.Item>
      <Form.Item name="receiver" label={t('fields.receiver')} rules={needed(t('fields.receiver'))}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="byAgent" valuePropName="checked">
        <Checkbox>{t('deliveries.byAgent')}</Checkbox>
      </Form.Item>
      <AgentFields />
      <Form.Item name="signature" label={t('deliveries.signature')}>
        <SignaturePad />
      </Form.Item>
      <Form.Item name="signedOnPaper" valuePropName="checked">
        <Checkbox>{t('deliveries.onPaper')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

function AgentFields() {
  const { t } = useTranslation();
  const byAgent = Form.useWatch<boolean | undefined>('byAgent');
  if (!byAgent) return null;
  return (
    <>
      <Form.Item name="agentIdentityNumber" label={t('deliveries.agentIdentity')}>
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={t('deliveries.relation')}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
    </>
  );
}
