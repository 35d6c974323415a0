import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { stamp } from '../../../ui/time';

type Session = Dto<'SessionEntryDto'>;

interface Props {
  label: string;
  sessions: Session[];
  onEnd: (session: Session) => void;
}

/** Where an account is signed in; the session that asks is named and has its own way out above. */
export function SessionList({ label, sessions, onEnd }: Props) {
  const { t } = useTranslation();
  const columns = useSessionColumns(onEnd);
  if (sessions.length === 0) return <EmptyState title={t('sessions.empty')} />;
  return <DataList label={label} rows={sessions} columns={columns} rowKey={({ id }) => id} />;
}

function useSessionColumns(onEnd: Props['onEnd']): Column<Session>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'device',
      title: t('sessions.device'),
      phone: 'head',
      render: ({ device, current }) => (
        <span className="tags">
          <span className="cell-main">{device || t('sessions.unknownDevice')}</span>
          {current && (
            <span className="tag" data-tone="primary">
              {t('sessions.current')}
            </span>
          )}
        </span>
      ),
    },
    { key: 'address', title: t('sessions.address'), width: 150, render: (row) => row.address },
    {
      key: 'way',
      title: t('sessions.way'),
      width: 130,
      render: ({ way }) => t(`sessions.signInWay.${way}`),
    },
    {
      key: 'created',
      title: t('sessions.created'),
      width: 150,
      numeric: true,
      render: ({ createdAt }) => stamp(createdAt),
    },
    {
      key: 'used',
      title: t('sessions.lastUsed'),
      width: 150,
      numeric: true,
      render: ({ lastUsedAt }) => stamp(lastUsedAt),
    },
    {
      key: 'end',
      title: t('common.actions'),
      width: 130,
      render: (session) =>
        !session.current && (
          <Button size="small" danger onClick={() => onEnd(session)}>
            {t('sessions.end')}
          </Button>
        ),
    },
  ];
}
