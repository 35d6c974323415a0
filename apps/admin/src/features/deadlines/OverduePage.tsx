import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { words } from '../../messages/zh-CN/words';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { QueryView } from '../../ui/QueryView';
import { summaryQuery } from './api/summary';
import './board.css';
import { BoardFigures } from './components/BoardFigures';
import { DeadlineList } from './components/DeadlineList';
import { LateUnits } from './components/LateUnits';

export function OverduePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const summary = useQuery(summaryQuery);
  const light = known(search.get('light'), words.light) as Dto<'Light'> | undefined;
  const kind = known(search.get('kind'), words.deadlineKind) as Dto<'DeadlineKind'> | undefined;
  const set = (change: { light?: string | undefined; kind?: string | undefined }) => {
    const next = Object.entries({ light, kind, ...change }).filter(([, value]) => value);
    setSearch(next as [string, string][], { replace: true });
  };
  return (
    <div className="page">
      <PageHead title={t('board.title')} note={t('board.intro')} />
      <QueryView query={summary} rows={3}>
        {({ counts, units }) => (
          <>
            <BoardFigures counts={counts} chosen={light} onChoose={(one) => set({ light: one })} />
            <div className="board-columns">
              <DeadlineList light={light} kind={kind} onKind={(one) => set({ kind: one })} />
              <Panel title={t('board.units')}>
                <LateUnits units={units} />
              </Panel>
            </div>
          </>
        )}
      </QueryView>
    </div>
  );
}

function known(value: string | null, names: object): string | undefined {
  return value !== null && Object.hasOwn(names, value) ? value : undefined;
}
