import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../ui/DayPicker';
import { FormDialog } from '../../ui/FormDialog';
import { colleaguesQuery, offeredItemsQuery, useChangeVisits } from './api';

type Row = Dto<'HomeVisitDto'>;
const REASONS = ['ELDERLY', 'DISABLED', 'ILL', 'OTHER'] as const;

function useNeeded() {
  const { t } = useTranslation();
  return (field: string) => [{ required: true, message: t('common.required', { field }) }];
}

interface RequestProps {
  unitId: string;
  applicantFields: ReactNode;
  onClose: () => void;
}

export function RequestDialog({ unitId, applicantFields, onClose }: RequestProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { mutateAsync } = useChangeVisits();
  const items = useQuery(offeredItemsQuery(unitId));
  return (
    <FormDialog<Dto<'RequestVisitDto'>>
      title={t('visits.requestVisit')}
      okText={t('visits.save')}
      intro={t('visits.requestIntro')}
      initial={{ reason: 'ELDERLY', applicant: { kind: 'PERSON' } as Dto<'ApplicantInputDto'> }}
      onSubmit={async (body) => {
        await mutateAsync({ does: 'request', body });
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="itemCode" label={t('visits.item')} rules={needed(t('visits.item'))}>
        <Select<string>
          showSearch={{ optionFilterProp: 'label' }}
          loading={items.isFetching}
          options={(items.data?.items ?? []).map(({ itemCode, itemName }) => ({
            value: itemCode,
            label: `${itemName}（${itemCode}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('visits.reason')} rules={needed(t('visits.reason'))}>
        <Select
          options={REASONS.map((value) => ({ value, label: t(`visits.reasons.${value}`) }))}
        />
      </Form.Item>
      {applicantFields}
      <Form.Item name="note" label={t('visits.note')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

export function AssignDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { mutateAsync } = useChangeVisits();
  const colleagues = useQuery(colleaguesQuery);
  const { visitOn, assigneeId, position } = row;
  return (
    <FormDialog<Dto<'AssignVisitDto'>>
      title={t('visits.assign')}
      okText={t('visits.save')}
      initial={{
        position: position ?? 1,
        ...(visitOn ? { visitOn } : {}),
        ...(assigneeId ? { assigneeId } : {}),
      }}
      places={{
        'homeVisit.day_past': 'visitOn',
        'homeVisit.assignee_elsewhere': 'assigneeId',
      }}
      onSubmit={async (body) => {
        await mutateAsync({ does: 'assign', id: row.id, body });
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="visitOn" label={t('visits.visitOn')} rules={needed(t('visits.visitOn'))}>
        <DayPicker />
      </Form.Item>
      <Form.Item
        name="assigneeId"
        label={t('visits.assignee')}
        rules={needed(t('visits.assignee'))}
      >
        <Select<string>
          loading={colleagues.isFetching}
          options={(colleagues.data?.items ?? []).map(({ id, name }) => ({
            value: id,
            label: name,
          }))}
        />
      </Form.Item>
      <Form.Item name="position" label={t('visits.position')} rules={needed(t('visits.position'))}>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

export function EndDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const { mutateAsync } = useChangeVisits();
  const results = row.state === 'ASSIGNED' ? ENDINGS : (['CANCELLED'] as const);
  return (
    <FormDialog<Dto<'EndVisitDto'>>
      title={t('visits.end')}
      okText={t('visits.save')}
      intro={t('visits.endIntro')}
      initial={{ outcome: results[0] }}
      onSubmit={async (body) => {
        await mutateAsync({ does: 'end', id: row.id, body });
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('visits.outcome')} rules={needed(t('visits.outcome'))}>
        <Select
          options={results.map((value) => ({ value, label: t(`visits.visitStates.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="result" label={t('visits.result')} rules={needed(t('visits.result'))}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  );
}

const ENDINGS = ['DONE', 'NOT_MET', 'CANCELLED'] as const;
