import { useState, type KeyboardEvent } from 'react';

export interface GridPlace {
  row: number;
  column: number;
}

const STEPS: Partial<Record<string, GridPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));

/** One cell can be reached by Tab; the arrow keys, Home and End move from there. */
export function useCellKeys(rows: number, columns: number) {
  const [at, setAt] = useState<GridPlace>({ row: 0, column: 0 });

  const placeAfter = (key: string): GridPlace | undefined => {
    if (key === 'Home') return { ...at, column: 0 };
    if (key === 'End') return { ...at, column: columns - 1 };
    const step = STEPS[key];
    return step && { row: at.row + step.row, column: at.column + step.column };
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const wanted = placeAfter(event.key);
    if (!wanted) return;
    event.preventDefault();
    const next = { row: within(wanted.row, rows), column: within(wanted.column, columns) };
    setAt(next);
    const cell = event.currentTarget.querySelector<HTMLElement>(
      `[data-place="${next.row}-${next.column}"]`,
    );
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return { at, setAt, onKeyDown };
}
