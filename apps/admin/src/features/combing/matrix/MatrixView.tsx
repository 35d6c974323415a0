import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { QueryView } from '../../../ui/QueryView';
import { matrixQuery, type CellPlace, type MatrixFilter } from '../api/matrix';
import { CellDrawer } from './CellDrawer';
import { CellSign } from './CellSign';
import { MatrixTable } from './MatrixTable';
import { percent } from './percent';

type Page = Dto<'MatrixDto'>;

const LEGEND = ['SAME', 'DIFFERENT', 'MISSING', 'EXTRA', 'EXPLAINED', 'NOT_LISTED'] as const;

export function MatrixView({ filter }: { filter: MatrixFilter }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<CellPlace | null>(null);
  const matrix = useInfiniteQuery(matrixQuery(filter));
  return (
    <QueryView query={matrix} rows={10}>
      {({ pages }) => {
        const [first] = pages;
        if (!first || first.rows.length === 0) {
          return <EmptyState title={t('matrix.empty')} hint={t('matrix.emptyHint')} />;
        }
        const columns = pages.flatMap((page) => page.columns);
        return (
          <>
            <MatrixHead page={first} shown={columns.length} />
            <MatrixTable columns={columns} rows={joined(pages)} onOpen={setOpen} />
            {matrix.hasNextPage && (
              <div className="more">
                <Button
                  loading={matrix.isFetchingNextPage}
                  onClick={() => void matrix.fetchNextPage()}
                >
                  {t('matrix.moreColumns', {
                    count: Math.min(60, first.columnCount - columns.length),
                  })}
                </Button>
              </div>
            )}
            {open && <CellDrawer place={open} onClose={() => setOpen(null)} />}
          </>
        );
      }}
    </QueryView>
  );
}

/** The windows side by side. */
function joined(pages: Page[]): Dto<'MatrixRowDto'>[] {
  const [first] = pages;
  return (first?.rows ?? []).map((row, i) => ({
    ...row,
    cells: pages.flatMap((page) => page.rows[i]?.cells ?? []),
  }));
}

function MatrixHead({ page, shown }: { page: Page; shown: number }) {
  const { t } = useTranslation();
  const { share, rows, columnCount } = page;
  return (
    <div className="matrix-head">
      <dl className="matrix-figures">
        <div>
          <dt>{t('matrix.whole')}</dt>
          <dd className="number">{percent(share.consistent)}</dd>
        </div>
        <div>
          <dt>{t('matrix.wholeCore')}</dt>
          <dd className="number">{percent(share.coreConsistent)}</dd>
        </div>
      </dl>
      <div className="matrix-notes">
        <p>
          {t('matrix.counts', { rows: rows.length, columns: columnCount })}
          {shown < columnCount && ` · ${t('matrix.shown', { shown, count: columnCount })}`}
        </p>
        <p className="soft">{t('matrix.hint')}</p>
        <ul className="matrix-legend" aria-label={t('matrix.legend')}>
          {LEGEND.map((state) => (
            <li key={state} data-state={state}>
              <CellSign state={state} />
              {t(`matrix.state.${state}`)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
