import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';

type State = Dto<'CellState'>;

/** A shape for each state, so that none hangs on its colour. */
const SHAPE: Record<State, string> = {
  SAME: 'M1.2 5.4 4 8.2 8.8 2.4',
  DIFFERENT: 'M1.5 3.6h7M1.5 6.6h7M6.6 1 3.4 9',
  MISSING: 'M1.5 5h7',
  EXTRA: 'M5 1.5v7M1.5 5h7',
  EXPLAINED: 'M1.5 1.5h7v5H5L3 8.6V6.500H1.500Z',
  NOT_LISTED: 'M4 5h2',
};

export function CellSign({ state }: { state: State }) {
  return (
    <svg
      className="cell-sign"
      viewBox="0 0 10 10"
      width="11"
      height="11"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={SHAPE[state]} />
    </svg>
  );
}

/** What stands in a cell: a sign and, where something is to be known, a word or a number. */
export function CellWords({ cell }: { cell: Dto<'MatrixCellDto'> }) {
  const { t } = useTranslation();
  const { state, differences, core } = cell;
  return (
    <>
      <CellSign state={state} />
      {state === 'DIFFERENT' && (
        <span>
          {differences}
          {core > 0 && <small>{t('matrix.core', { count: core })}</small>}
        </span>
      )}
      {(state === 'MISSING' || state === 'EXTRA' || state === 'EXPLAINED') && (
        <span>{t(`matrix.short.${state}`)}</span>
      )}
    </>
  );
}
