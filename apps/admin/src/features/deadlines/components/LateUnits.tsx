import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';

interface Props {
  units: Dto<'UnitLatenessDto'>[];
  chosen: string | undefined;
  onChoose: (unitId: string | undefined) => void;
}

/** The comparison: a bar for each unit, red for overdue and amber for warned; each opens its rows. */
export function LateUnits({ units, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  if (units.length === 0) {
    return <EmptyState title={t('board.unitsEmpty')} hint={t('board.unitsEmptyHint')} />;
  }
  const most = Math.max(...units.map(({ overdue, warning }) => overdue + warning), 1);
  const share = (count: number) => ({ width: `${(count / most) * 100}%` });
  return (
    <ul className="late-units">
      {units.map(({ unitId, unitName, overdue, warning }) => (
        <li key={unitId}>
          <button
            type="button"
            className="late-unit"
            aria-pressed={unitId === chosen}
            onClick={() => onChoose(unitId === chosen ? undefined : unitId)}
          >
            <span className="late-unit-name">{unitName}</span>
            <span className="late-unit-bar" aria-hidden>
              <span data-light="OVERDUE" style={share(overdue)} />
              <span data-light="WARNING" style={share(warning)} />
            </span>
            <span className="late-unit-figures number">
              <span>
                {t('light.OVERDUE')} <strong>{overdue}</strong>
              </span>
              <span>
                {t('light.WARNING')} <strong>{warning}</strong>
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
