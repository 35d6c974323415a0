import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { QueryView } from '../../../ui/QueryView';
import { stamp } from '../../../ui/time';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { cellQuery, type CellPlace } from '../api/matrix';
import { CellPoints } from './CellPoints';
import { DecideCell } from './DecideCell';

interface Props {
  place: CellPlace;
  onClose: () => void;
}

const WIDTH = 860;

/** One cell: both texts side by side, what was decided, and what may be. */
export function CellDrawer({ place, onClose }: Props) {
  const cell = useQuery(cellQuery(place));
  useReturnFocus();
  const title = cell.data ? `${cell.data.areaName} · ${cell.data.name}` : '';
  return (
    <Drawer open onClose={onClose} size={WIDTH} title={title}>
      <QueryView query={cell}>
        {(data) => (
          <>
            <CellState cell={data} />
            {data.points.length > 0 && <CellPoints cell={data} />}
            <LastDecision cell={data} />
            <DecideCell
              key={`${data.edition}-${data.standardNumber}-${data.version}`}
              cell={data}
              onGone={onClose}
            />
          </>
        )}
      </QueryView>
    </Drawer>
  );
}

function CellState({ cell }: { cell: Dto<'CellDto'> }) {
  const { t } = useTranslation();
  const { standard, street, differences, core } = cell;
  const words =
    differences > 0
      ? `${t('matrix.points', { count: differences })} · ${t('matrix.core', { count: core })}`
      : null;
  return (
    <p className="cell-state">
      <strong>{t(`matrix.state.${cell.state}`)}</strong>{' '}
      {words ?? (standard && street ? t('cell.same') : t(street ? 'cell.extra' : 'cell.missing'))}
      <span className="soft"> · {t('matrix.edition', { edition: cell.edition })}</span>
    </p>
  );
}

function LastDecision({ cell: { decision } }: { cell: Dto<'CellDto'> }) {
  const { t } = useTranslation();
  if (!decision) return null;
  return (
    <Facts
      facts={[
        [t('cell.decided'), t(`cell.decision.${decision.decision}`)],
        [t('listImport.by'), t('cell.by', { name: decision.byName, at: stamp(decision.at) })],
        [t('cell.reason'), decision.decision === 'EXPLAIN' ? decision.reason : null],
      ]}
    />
  );
}
