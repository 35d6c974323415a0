import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { FormDialog } from '../../../ui/FormDialog';
import { Panel } from '../../../ui/Panel';
import { stamp } from '../../../ui/time';
import './accounts.css';
import { LinkDialog } from './LinkDialog';
import { useAccountChange } from './use-account-change';

type Identity = Dto<'ExternalIdentityDto'>;

interface Props {
  account: Dto<'ManagedAccountDto'>;
  mayChange: boolean;
}

/** Under what names providers of sign-ins know the person. */
export function IdentitiesPanel({ account, mayChange }: Props) {
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  const [unlinking, setUnlinking] = useState<Identity>();
  const change = useAccountChange(account.id);
  const columns = useIdentityColumns(mayChange ? setUnlinking : undefined);

  const unlink = async ({ id }: Identity): Promise<void> => {
    await change({ does: 'unlink', identityId: id }, t('account.unlinked'));
    setUnlinking(undefined);
  };
  const link = mayChange && <Button onClick={() => setLinking(true)}>{t('account.link')}</Button>;
  return (
    <Panel title={t('account.identities')} extra={link} flush>
      {account.externalIdentities.length === 0 ? (
        <EmptyState title={t('account.identitiesEmpty')} hint={t('account.identitiesEmptyHint')} />
      ) : (
        <DataList
          label={t('account.identities')}
          rows={account.externalIdentities}
          columns={columns}
          rowKey={({ id }) => id}
        />
      )}
      {linking && <LinkDialog accountId={account.id} onClose={() => setLinking(false)} />}
      {unlinking && (
        <FormDialog
          danger
          title={t('account.unlinkTitle')}
          okText={t('account.unlink')}
          intro={t('account.unlinkText', { subject: unlinking.subject })}
          onSubmit={() => unlink(unlinking)}
          onClose={() => setUnlinking(undefined)}
        />
      )}
    </Panel>
  );
}

function useIdentityColumns(
  onUnlink: ((identity: Identity) => void) | undefined,
): Column<Identity>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'subject',
      title: t('account.subject'),
      phone: 'head',
      render: ({ subject, issuer }) => (
        <div className="breaking">
          <span className="cell-main">{subject}</span>
          <div className="cell-sub">{issuer}</div>
        </div>
      ),
    },
    {
      key: 'linked',
      title: t('account.linkedAt'),
      width: 150,
      numeric: true,
      render: ({ linkedAt }) => stamp(linkedAt),
    },
    {
      key: 'unlink',
      title: t('common.actions'),
      width: 90,
      render: (identity) =>
        onUnlink && (
          <Button size="small" danger onClick={() => onUnlink(identity)}>
            {t('account.unlink')}
          </Button>
        ),
    },
  ];
}
