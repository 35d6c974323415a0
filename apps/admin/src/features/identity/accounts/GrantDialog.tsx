import type { Dto } from '@yikou/api-client';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../../ui/DayPicker';
import { FormDialog } from '../../../ui/FormDialog';
import { nextDate, startOfDate } from '../../../ui/time';
import './accounts.css';
import { RoleSelect } from './RoleSelect';
import { useAccountChange } from './use-account-change';

interface Props {
  accountId: string;
  onClose: () => void;
}

interface Entered {
  role: Dto<'Role'>;
  from?: string;
  /** The last day on which it holds. */
  until?: string;
}

export function GrantDialog({ accountId, onClose }: Props) {
  const { t } = useTranslation();
  const change = useAccountChange(accountId);
  const label = t('accounts.role');
  const send = async (entered: Entered): Promise<void> => {
    await change({ does: 'grant', body: asInstants(entered) }, t('account.granted'));
    onClose();
  };
  return (
    <FormDialog<Entered>
      title={t('account.grant')}
      okText={t('account.grant')}
      intro={t('account.grantNote')}
      places={{ 'identity.period_invalid': 'until' }}
      onSubmit={send}
      onClose={onClose}
    >
      <Form.Item
        name="role"
        label={label}
        rules={[{ required: true, message: t('common.choose', { field: label }) }]}
      >
        <RoleSelect placeholder={label} />
      </Form.Item>
      <div className="grant-period">
        <Form.Item name="from" label={t('account.from')} extra={t('account.fromNow')}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="until" label={t('account.until')} extra={t('account.untilOpen')}>
          <DayPicker />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function asInstants({ role, from, until }: Entered): Dto<'GrantRoleDto'> {
  const begin = (date: string) => new Date(startOfDate(date)).toISOString();
  return {
    role,
    ...(from ? { validFrom: begin(from) } : {}),
    ...(until ? { validUntil: begin(nextDate(until)) } : {}),
  };
}
