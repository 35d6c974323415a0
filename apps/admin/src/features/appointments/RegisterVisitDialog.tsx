import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../ui/FormDialog';
import { checklistQuery, useChangeVisits, type VisitKind } from './api';
import './visits.css';

interface Props {
  kind: VisitKind;
  id: string;
  itemCode: string;
  itemName: string;
  /** Positions for which a file was sent: they count as received. */
  sent?: readonly number[];
  onClose: () => void;
}

/** Turns a visit into a case: the clerk ticks what is in hand and types nothing again. */
export function RegisterVisitDialog({ kind, id, itemCode, itemName, sent = [], onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mutateAsync } = useChangeVisits();
  const { data: materials = [] } = useQuery(checklistQuery(itemCode));
  const submit = async ({ receivedMaterials = [] }: { receivedMaterials?: number[] }) => {
    const made = await mutateAsync({ does: 'register', kind, id, body: { receivedMaterials } });
    onClose();
    await navigate(`/cases/${made.id}`);
  };
  return (
    <FormDialog<{ receivedMaterials?: number[] }>
      title={t('visits.register')}
      okText={t('visits.register')}
      intro={t('visits.registerIntro', { item: itemName })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="receivedMaterials" label={t('visits.inHand')}>
        <Checkbox.Group
          className="visit-materials"
          options={materials.map(({ position, name, required }) => ({
            value: position,
            disabled: sent.includes(position),
            label: [
              name,
              required ? t('visits.required') : '',
              sent.includes(position) ? t('visits.sentAlready') : '',
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
