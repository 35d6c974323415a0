import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/FormDialog';
import { Panel } from '../../../ui/Panel';
import { QueryView } from '../../../ui/QueryView';
import { sessionsQuery, useEndSession } from '../api/sessions';
import { SessionList } from '../components/SessionList';

type Ending = Dto<'SessionEntryDto'> | 'others';

export function OwnSessions() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const [ending, setEnding] = useState<Ending>();
  const others = sessions.data?.items.some(({ current }) => !current) ?? false;
  const all = ending === 'others';

  const doEnd = async (which: Ending): Promise<void> => {
    await end.mutateAsync(which === 'others' ? which : { id: which.id });
    void message.success(t(which === 'others' ? 'sessions.endedOthers' : 'sessions.ended'));
    setEnding(undefined);
  };
  const endOthers = (
    <Button danger disabled={!others} onClick={() => setEnding('others')}>
      {t('sessions.endOthers')}
    </Button>
  );
  return (
    <Panel title={t('me.sessions')} extra={endOthers} flush>
      <p className="panel-note">{t('me.sessionsNote')}</p>
      <QueryView query={sessions} rows={3}>
        {({ items }) => <SessionList label={t('me.sessions')} sessions={items} onEnd={setEnding} />}
      </QueryView>
      {ending && (
        <FormDialog
          danger
          title={t(all ? 'sessions.endOthers' : 'sessions.end')}
          okText={t(all ? 'sessions.endOthers' : 'sessions.end')}
          intro={
            ending === 'others'
              ? t('sessions.endOthersText')
              : t('sessions.endText', { device: ending.device || t('sessions.unknownDevice') })
          }
          onSubmit={() => doEnd(ending)}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Panel>
  );
}
