import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { Panel } from '../../../ui/Panel';
import { GrantDialog } from './GrantDialog';
import { useGrantColumns } from './grant-columns';
import { RevokeDialog } from './RevokeDialog';

interface Props {
  account: Dto<'ManagedAccountDto'>;
  mayChange: boolean;
}

/** What the account may do and for how long, those that are over among them. */
export function GrantsPanel({ account, mayChange }: Props) {
  const { t } = useTranslation();
  const [granting, setGranting] = useState(false);
  const [revoking, setRevoking] = useState<Dto<'RoleGrantDto'>>();
  const columns = useGrantColumns(mayChange ? setRevoking : undefined);
  const grant = mayChange && (
    <Button type="primary" onClick={() => setGranting(true)}>
      {t('account.grant')}
    </Button>
  );
  return (
    <Panel title={t('account.grants')} extra={grant} flush>
      {account.grants.length === 0 ? (
        <EmptyState title={t('account.grantsEmpty')} hint={t('account.grantsEmptyHint')} />
      ) : (
        <DataList
          label={t('account.grants')}
          rows={account.grants}
          columns={columns}
          rowKey={({ id }) => id}
        />
      )}
      {granting && <GrantDialog accountId={account.id} onClose={() => setGranting(false)} />}
      {revoking && (
        <RevokeDialog account={account} grant={revoking} onClose={() => setRevoking(undefined)} />
      )}
    </Panel>
  );
}
