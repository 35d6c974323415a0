import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { accountSessionsQuery, useEndAccountSession } from '../api/account-secrets';
import { SessionList } from '../components/SessionList';

type Ending = Dto<'SessionEntryDto'> | 'all';

export function AccountSessions({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sessions = useQuery(accountSessionsQuery(accountId));
  const end = useEndAccountSession(accountId);
  const [ending, setEnding] = useState<Ending>();
  const title = t(ending === 'all' ? 'sessions.endAll' : 'sessions.end');

  const doEnd = async (which: Ending): Promise<void> => {
    await end.mutateAsync(which === 'all' ? which : { sessionId: which.id });
    void message.success(t(which === 'all' ? 'sessions.endedAll' : 'sessions.ended'));
    setEnding(undefined);
  };
  const endAll = (
    <Button danger disabled={!sessions.data?.items.length} onClick={() => setEnding('all')}>
      {t('sessions.endAll')}
    </Button>
  );
  return (
    <Panel title={t('account.sessions')} extra={endAll} flush>
      <QueryView query={sessions} rows={3}>
        {({ items }) => (
          <SessionList label={t('account.sessions')} sessions={items} onEnd={setEnding} />
        )}
      </QueryView>
      {ending && (
        <FormDialog
          danger
          title={title}
          okText={title}
          intro={
            ending === 'all'
              ? t('sessions.endAllText')
              : t('sessions.endText', { device: ending.device || t('sessions.unknownDevice') })
          }
          onSubmit={() => doEnd(ending)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Panel>
  );
}
