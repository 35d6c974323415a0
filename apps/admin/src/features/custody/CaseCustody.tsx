import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../ui/problem';
import { QueryView } from '../../ui/QueryView';
import { acceptHandover, archiveOriginals, custodyQuery, giveBackOriginals } from './custody';
import './custody.css';
import { CustodyChain } from './CustodyChain';
import { DeclineDialog, HandOverDialog, TakeDialog } from './custody-dialogs';

type Asked = 'take' | 'handOver' | { decline: string } | null;
type Action = Dto<'CustodyAction'>;

/** Where the paper originals of a case are, and what may be done with them. */
export function CaseCustody({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const custody = useQuery(custodyQuery(caseId));
  const [asked, setAsked] = useState<Asked>(null);
  const [busy, setBusy] = useState(false);
  const show = (moved: Dto<'CustodyDto'>) => {
    client.setQueryData(custodyQuery(caseId).queryKey, moved);
    void client.invalidateQueries({ queryKey: ['cases', caseId, 'papers'] });
    setAsked(null);
  };
  const move = async (work: () => Promise<Dto<'CustodyDto'>>) => {
    setBusy(true);
    try {
      show(await work());
    } catch (error) {
      void message.error(sentenceOf(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <QueryView query={custody} rows={4}>
      {(data) => {
        const mine = (action: Action) =>
          data.originals.filter(({ allowedActions }) => allowedActions.includes(action));
        const ids = (action: Action) => mine(action).map(({ id }) => id);
        return (
          <div className="custody">
            <Originals originals={data.originals} />
            <div className="custody-actions">
              {data.takeable.length > 0 && (
                <Button onClick={() => setAsked('take')}>{t('custody.take')}</Button>
              )}
              {mine('handOver').length > 0 && (
                <Button onClick={() => setAsked('handOver')}>{t('custody.handOver')}</Button>
              )}
              {mine('giveBack').length > 0 && (
                <Button
                  loading={busy}
                  onClick={() => void move(() => giveBackOriginals(caseId, ids('giveBack')))}
                >
                  {t('custody.giveBack', { count: mine('giveBack').length })}
                </Button>
              )}
              {mine('archive').length > 0 && (
                <Button
                  loading={busy}
                  onClick={() => void move(() => archiveOriginals(caseId, ids('archive')))}
                >
                  {t('custody.archive', { count: mine('archive').length })}
                </Button>
              )}
            </div>
            <CustodyChain
              handovers={data.handovers}
              onAccept={(id) => void move(() => acceptHandover(id))}
              onDecline={(id) => setAsked({ decline: id })}
            />
            {asked === 'take' && (
              <TakeDialog
                caseId={caseId}
                lines={data.takeable}
                onDone={show}
                onClose={() => setAsked(null)}
              />
            )}
            {asked === 'handOver' && (
              <HandOverDialog
                caseId={caseId}
                originals={mine('handOver')}
                receivers={data.receivers}
                onDone={show}
                onClose={() => setAsked(null)}
              />
            )}
            {asked !== null && typeof asked === 'object' && (
              <DeclineDialog id={asked.decline} onDone={show} onClose={() => setAsked(null)} />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

function Originals({ originals }: { originals: readonly Dto<'CustodyOriginalDto'>[] }) {
  const { t } = useTranslation();
  if (originals.length === 0) return <p className="soft">{t('custody.empty')}</p>;
  return (
    <ul className="custody-originals">
      {originals.map(({ id, name, copies, state, unit }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span className="tag" data-tone={state === 'HELD' ? 'primary' : undefined}>
            {t(`custody.states.${state}`)}
          </span>
          <span className="soft">
            {t('custody.copies', { count: copies })} · {unit.name}
          </span>
        </li>
      ))}
    </ul>
  );
}
