import { useSearchParams } from 'react-router';
import { channelOf, stateOf } from '../../ui/state-of';
import type { CaseFilter } from './api/cases';
import './case-list.css';
import { CaseFilters } from './components/CaseFilters';
import { CaseList } from './components/CaseList';

/** Cases by what may stand in an address: their number and their state. */
export function CaseSearch() {
  const [search, setSearch] = useSearchParams();
  const state = stateOf(search.get('state'));
  const channel = channelOf(search.get('channel'));
  const number = search.get('number') ?? '';
  const filter: CaseFilter = {
    ...(state ? { state } : {}),
    ...(channel ? { channel } : {}),
    ...(number ? { number } : {}),
  };
  const set = (change: Partial<Record<keyof CaseFilter, string | undefined>>) => {
    const next = Object.entries({ state, channel, number, ...change }).filter(([, value]) => value);
    setSearch(next as [string, string][], { replace: true });
  };
  return (
    <>
      <CaseFilters filter={filter} onChange={set} />
      <CaseList filter={filter} />
    </>
  );
}
