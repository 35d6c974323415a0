import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useRef } from 'react';
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

type Filter = Partial<Record<'light' | 'kind' | 'unit', string | undefined>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function OverduePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const summary = useQuery(summaryQuery);
  const list = useRef<HTMLDivElement>(null);
  const light = known(search.get('light'), words.light) as Dto<'Light'> | undefined;
  const kind = known(search.get('kind'), words.deadlineKind) as Dto<'DeadlineKind'> | undefined;
  const unit = unitOf(search.get('unit'));
  const set = (change: Filter) => {
    const next = Object.entries({ light, kind, unit, ...change }).filter(([, value]) => value);
    setSearch(next as [string, string][], { replace: true });
  };
  const chooseUnit = (one: string | undefined) => {
    set({ unit: one });
    // On a narrow screen the list stands above the units, out of sight.
    const shown = list.current;
    if (shown && shown.getBoundingClientRect().top < 0) shown.scrollIntoView();
  };
  return (
    <div className="page">
      <PageHead title={t('board.title')} note={t('board.intro')} />
      <QueryView query={summary} rows={3}>
        {({ counts, units }) => (
          <>
            <BoardFigures counts={counts} chosen={light} onChoose={(one) => set({ light: one })} />
            <div className="board-columns">
              <div ref={list} className="board-list">
                <DeadlineList
                  light={light}
                  kind={kind}
                  onKind={(one) => set({ kind: one })}
                  unit={unit === undefined ? undefined : { id: unit, name: nameOf(units, unit) }}
                  onAnyUnit={() => set({ unit: undefined })}
                />
              </div>
              <Panel title={t('board.units')}>
                <LateUnits units={units} chosen={unit} onChoose={chooseUnit} />
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

function unitOf(value: string | null): string | undefined {
  return value !== null && UUID.test(value) ? value : undefined;
}

function nameOf(units: Dto<'UnitLatenessDto'>[], id: string): string | undefined {
  return units.find(({ unitId }) => unitId === id)?.unitName;
}
