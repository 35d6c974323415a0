import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';

export function GuidePlaces({ units }: { units: Dto<'OfferingUnitDto'>[] }) {
  const { t } = useTranslation();
  if (units.length === 0) return null;
  return (
    <Panel title={t('guide.where')}>
      <ul className="guide-places">
        {units.map(({ unitId, name, areaName, telephone, address, opensAt, closesAt }) => (
          <li key={unitId}>
            <strong>{name}</strong>
            <span>{address ?? areaName}</span>
            <span className="number">{t('guide.hours', { from: opensAt, to: closesAt })}</span>
            {telephone && (
              <a className="number" href={`tel:${telephone}`}>
                {telephone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
