import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../ui/problem';
import { QueryView } from '../../ui/QueryView';
import { saveFile } from '../../ui/save-file';
import './papers.css';
import { PaperDrawer } from './PaperDrawer';
import { PaperRow } from './PaperRow';
import { issuePaper, papersQuery, printPapers } from './papers';
import { WithdrawDialog } from './WithdrawDialog';

type Offered = Dto<'OfferedPaperDto'>;

/** Papers of a case: those it calls for now, and those that were issued. */
export function CasePapers({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const papers = useQuery(papersQuery(caseId));
  const [busy, setBusy] = useState('');
  const [shown, setShown] = useState<Dto<'PaperDto'> | null>(null);
  const [leaving, setLeaving] = useState<Dto<'PaperDto'> | null>(null);
  const again = () => client.invalidateQueries({ queryKey: papersQuery(caseId).queryKey });
  const doing = async (name: string, work: () => Promise<unknown>) => {
    setBusy(name);
    try {
      await work();
    } catch (error) {
      void message.error(sentenceOf(error, t));
    } finally {
      setBusy('');
      await again();
    }
  };
  const together = async (items: readonly Dto<'PaperDto'>[]) => {
    const ids = items.filter(printable).map(({ id }) => id);
    saveFile(await printPapers(ids), `${t('papers.title')}.pdf`);
  };
  return (
    <QueryView query={papers} rows={4}>
      {({ offered, items }) => (
        <div className="papers">
          {offered.length > 0 && (
            <div className="papers-offered">
              {offered.map((paper) => (
                <Button
                  key={`${paper.kind} ${paper.subject}`}
                  loading={busy === paper.kind + paper.subject}
                  disabled={busy !== ''}
                  onClick={() =>
                    void doing(paper.kind + paper.subject, async () =>
                      setShown(await issuePaper(caseId, paper)),
                    )
                  }
                >
                  {t('papers.issue', { title: titleAmong(offered, paper) })}
                </Button>
              ))}
            </div>
          )}
          {items.length === 0 ? (
            <p className="soft">{t('papers.empty')}</p>
          ) : (
            <ul className="papers-list">
              {items.map((paper) => (
                <PaperRow
                  key={paper.id}
                  paper={paper}
                  onOpen={() => setShown(paper)}
                  onWithdraw={() => setLeaving(paper)}
                />
              ))}
            </ul>
          )}
          {items.filter(printable).length > 1 && (
            <Button
              size="small"
              loading={busy === 'together'}
              onClick={() => void doing('together', () => together(items))}
            >
              {t('papers.together', { count: items.filter(printable).length })}
            </Button>
          )}
          {shown && (
            <PaperDrawer
              paper={items.find(({ id }) => id === shown.id) ?? shown}
              onPrinted={() => void again()}
              onClose={() => setShown(null)}
            />
          )}
          {leaving && (
            <WithdrawDialog
              paper={leaving}
              onDone={() => void again()}
              onClose={() => setLeaving(null)}
            />
          )}
        </div>
      )}
    </QueryView>
  );
}

const printable = ({ allowedActions }: Dto<'PaperDto'>) => allowedActions.includes('print');

/** Several of a kind, such as the receipts of originals, stand in the order of what they are about. */
function titleAmong(offered: readonly Offered[], paper: Offered): string {
  const kin = offered.filter(({ kind }) => kind === paper.kind);
  return kin.length > 1 ? `${paper.title} ${kin.indexOf(paper) + 1}` : paper.title;
}
