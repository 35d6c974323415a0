import type { Dto } from '@yikou/api-client';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog';
import { declineHandover, handOverOriginals, takeOriginals } from './custody';

interface Dialog {
  onDone: (moved: Dto<'CustodyDto'>) => void;
  onClose: () => void;
}

const LONGEST = 200;

export function TakeDialog({
  caseId,
  lines,
  onDone,
  onClose,
}: Dialog & { caseId: string; lines: readonly Dto<'TakeableLineDto'>[] }) {
  const { t } = useTranslation();
  return (
    <FormDialog<{ positions: number[] }>
      title={t('custody.take')}
      okText={t('custody.takeOk')}
      intro={t('custody.takeNote')}
      onClose={onClose}
      onSubmit={async ({ positions }) => onDone(await takeOriginals(caseId, positions))}
    >
      <Form.Item
        name="positions"
        label={t('custody.originals')}
        rules={[{ required: true, message: t('custody.chooseOne') }]}
      >
        <Checkbox.Group
          className="custody-choice"
          options={lines.map(({ position, name, originals }) => ({
            value: position,
            label: `${name}（${t('custody.copies', { count: originals })}）`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}

export function HandOverDialog({
  caseId,
  originals,
  receivers,
  onDone,
  onClose,
}: Dialog & {
  caseId: string;
  originals: readonly Dto<'CustodyOriginalDto'>[];
  receivers: readonly Dto<'CustodyUnitDto'>[];
}) {
  const { t } = useTranslation();
  return (
    <FormDialog<Dto<'HandOverOriginalsDto'>>
      title={t('custody.handOver')}
      okText={t('custody.handOverOk')}
      intro={t('custody.handOverNote')}
      initial={{ originalIds: originals.map(({ id }) => id) }}
      onClose={onClose}
      onSubmit={async (body) => onDone(await handOverOriginals(caseId, body))}
    >
      <Form.Item
        name="originalIds"
        label={t('custody.originals')}
        rules={[{ required: true, message: t('custody.chooseOne') }]}
      >
        <Checkbox.Group
          className="custody-choice"
          options={originals.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="toUnitId"
        label={t('custody.receiver')}
        rules={[{ required: true, message: t('custody.chooseReceiver') }]}
      >
        <Select options={receivers.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('custody.purpose')}
        rules={[{ required: true, message: t('custody.purposeNeeded') }]}
      >
        <Input maxLength={LONGEST} />
      </Form.Item>
    </FormDialog>
  );
}

export function DeclineDialog({ id, onDone, onClose }: Dialog & { id: string }) {
  const { t } = useTranslation();
  return (
    <FormDialog<{ reason: string }>
      danger
      title={t('custody.decline')}
      okText={t('custody.decline')}
      onClose={onClose}
      onSubmit={async ({ reason }) => onDone(await declineHandover(id, reason))}
    >
      <Form.Item
        name="reason"
        label={t('custody.reason')}
        rules={[{ required: true, min: 2, message: t('custody.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={LONGEST} />
      </Form.Item>
    </FormDialog>
  );
}
