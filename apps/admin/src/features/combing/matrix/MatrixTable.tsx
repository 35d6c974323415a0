import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import type { CellPlace } from '../api/matrix';
import { CellWords } from './CellSign';
import { percent } from './percent';
import { useCellKeys } from './use-cell-keys';
import './matrix.css';

interface Props {
  columns: Dto<'MatrixColumnDto'>[];
  rows: Dto<'MatrixRowDto'>[];
  onOpen: (place: CellPlace) => void;
}

/** Streets down, items across; the first column stays where it is. */
export function MatrixTable({ columns, rows, onOpen }: Props) {
  const { t } = useTranslation();
  const { at, setAt, onKeyDown } = useCellKeys(rows.length, columns.length);
  return (
    <div className="matrix-scroll">
      <table className="matrix" role="grid" aria-label={t('matrix.label')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className="matrix-street">
              {t('matrix.street')}
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.areaCode}>
              <RowHead row={row} />
              {columns.map((column, c) => (
                <MatrixCell
                  key={column.key}
                  row={row}
                  column={column}
                  cell={row.cells[c]}
                  place={`${r}-${c}`}
                  isCurrent={at.row === r && at.column === c}
                  onFocus={() => setAt({ row: r, column: c })}
                  onOpen={() => onOpen({ area: row.areaCode, column: column.key })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead({ column }: { column: Dto<'MatrixColumnDto'> }) {
  const { t } = useTranslation();
  return (
    <th scope="col" title={column.name}>
      <span className="matrix-item">{column.name}</span>
      <small className="number">
        {column.isExtra ? t('matrix.extra') : percent(column.share.consistent)}
      </small>
    </th>
  );
}

function RowHead({ row }: { row: Dto<'MatrixRowDto'> }) {
  const { t } = useTranslation();
  return (
    <th scope="row" className="matrix-street">
      <span>{row.areaName}</span>
      <small className="number">
        {percent(row.share.consistent)} · {t('matrix.coreShare')}{' '}
        {percent(row.share.coreConsistent)}
      </small>
      {row.unsettled > 0 && <small>{t('matrix.unsettled', { count: row.unsettled })}</small>}
    </th>
  );
}

interface CellProps {
  row: Dto<'MatrixRowDto'>;
  column: Dto<'MatrixColumnDto'>;
  cell: Dto<'MatrixCellDto'> | undefined;
  place: string;
  isCurrent: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

function MatrixCell({ row, column, cell, place, isCurrent, onFocus, onOpen }: CellProps) {
  const { t } = useTranslation();
  if (!cell) return <td role="gridcell" />;
  const said = {
    street: row.areaName,
    item: column.name,
    state: t(`matrix.state.${cell.state}`),
    count: cell.differences,
    core: cell.core,
  };
  return (
    <td role="gridcell">
      <button
        type="button"
        className="matrix-cell"
        data-state={cell.state}
        data-place={place}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={t(cell.differences > 0 ? 'matrix.cellPoints' : 'matrix.cell', said)}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <CellWords cell={cell} />
      </button>
    </td>
  );
}
