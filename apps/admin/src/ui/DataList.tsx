import type { KeyboardEvent, ReactNode } from 'react';
import './data-list.css';

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  width?: number | string;
  /** On a phone a row becomes a card: `head` stands on top, `hidden` is left out. */
  phone?: 'head' | 'hidden';
  numeric?: boolean;
}

interface Props<Row> {
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** Further keys on a row, such as C for claim. */
  onKey?: (key: string, row: Row) => void;
}

/** A table whose rows are walked with the arrow keys and opened with Enter; cards on a phone. */
export function DataList<Row>({ label, rows, columns, rowKey, onOpen, onKey }: Props<Row>) {
  const keyed = (row: Row) => (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') onOpen?.(row);
    else if (event.key === 'ArrowDown') focusRow(event.currentTarget.nextElementSibling);
    else if (event.key === 'ArrowUp') focusRow(event.currentTarget.previousElementSibling);
    else {
      onKey?.(event.key, row);
      return;
    }
    event.preventDefault();
  };
  return (
    <table className="data-list" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title, width }) => (
            <th key={key} scope="col" style={{ width }}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            tabIndex={0}
            data-opens={onOpen ? true : undefined}
            onKeyDown={keyed(row)}
            onClick={() => !window.getSelection()?.toString() && onOpen?.(row)}
          >
            {columns.map((column) => (
              <td
                key={column.key}
                data-label={column.title}
                data-phone={column.phone}
                className={column.numeric ? 'number' : undefined}
              >
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}
