import type { Dto } from '@yikou/api-client';
import { App, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { useChangeDelivery, type DeliveryChange } from './api';

interface Props {
  result: Dto<'UncollectedDto'>;
  onClose: () => void;
}

const WAYS = ['TELEPHONE', 'MESSAGE', 'VISIT', 'OTHER'] as const;

function useSend(onClose: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutateAsync } = useChangeDelivery();
  return async (change: DeliveryChange) => {
    await mutateAsync(change);
    void message.success(t(`deliveries.done.${change.does}`));
    onClose();
  };
}

function useNeeded() {
  const { t } = useTranslation();
  return (field: string) => [
    { required: true, whitespace: true, message: t('common.required', { field }) },
  ];
}

/** By post. A visit at home is given to a colleague where the rounds are planned. */
export function SendDialog({ result, onClose }: Props) {
  const { t } = useTranslation();
  const send = useSend(onClose);
  const needed = useNeeded();
  return (
    <FormDialog<{ carrier: string; trackingNumber: string }>
      title={t('deliveries.send')}
      okText={t('deliveries.send')}
      intro={t('deliveries.sendIntro', { number: result.caseNumber })}
      onSubmit={(entered) =>
        send({ does: 'send', id: result.caseId, body: { ...entered, method: 'POST' } })
      }
      onClose={onClose}
    >
      <Form.Item
        name="carrier"
        label={t('deliveries.carrier')}
        rules={needed(t('deliveries.carrier'))}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name="trackingNumber"
        label={t('deliveries.trackingNumber')}
        rules={needed(t('deliveries.trackingNumber'))}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}

export function SettleDialog({ result, onClose }: Props) {
  const { t } = useTranslation();
  const send = useSend(onClose);
  return (
    <FormDialog<Omit<Dto<'SettleDto'>, 'version'>>
      title={t('deliveries.settle')}
      okText={t('deliveries.settle')}
      intro={t('deliveries.settleIntro', { number: result.trackingNumber ?? '' })}
      places={{ 'delivery.return_without_reason': 'reason' }}
      initial={{ outcome: 'DELIVERED' }}
      onSubmit={({ outcome, receiver, reason }) => {
        const said =
          outcome === 'DELIVERED' ? { receiver: receiver ?? '' } : { reason: reason ?? '' };
        const body = { outcome, version: result.version, ...said };
        return send({ does: 'settle', id: result.caseId, body });
      }}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('deliveries.outcome')}>
        <Radio.Group
          options={(['DELIVERED', 'RETURNED'] as const).map((value) => ({
            value,
            label: t(`deliveries.states.${value}`),
          }))}
        />
      </Form.Item>
      <SettledField />
    </FormDialog>
  );
}

function SettledField() {
  const { t } = useTranslation();
  const needed = useNeeded();
  const returned = Form.useWatch<string | undefined>('outcome') === 'RETURNED';
  const label = returned ? t('deliveries.returnReason') : t('fields.receiver');
  return (
    <Form.Item
      key={label}
      name={returned ? 'reason' : 'receiver'}
      label={label}
      rules={needed(label)}
    >
      <Input maxLength={100} autoComplete="off" />
    </Form.Item>
  );
}

export function RemindDialog({ result, onClose }: Props) {
  const { t } = useTranslation();
  const send = useSend(onClose);
  return (
    <FormDialog<Dto<'RemindDto'>>
      title={t('deliveries.remind')}
      okText={t('deliveries.remind')}
      intro={t('deliveries.remindIntro', { name: result.applicantName })}
      initial={{ way: 'TELEPHONE' }}
      onSubmit={({ way, note }) =>
        send({ does: 'remind', id: result.caseId, body: { way, ...(note ? { note } : {}) } })
      }
      onClose={onClose}
    >
      <Form.Item name="way" label={t('deliveries.way')}>
        <Select options={WAYS.map((value) => ({ value, label: t(`deliveries.ways.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('deliveries.note')} extra={t('deliveries.noteHint')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
