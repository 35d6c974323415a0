import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { valueWords } from './value-words';

/** Both texts, field by field; under each other on a phone. */
export function CellPoints({ cell }: { cell: Dto<'CellDto'> }) {
  const { t } = useTranslation();
  const words = (point: Dto<'CellDifferenceDto'>, value: unknown) =>
    point.kind === 'MOVED' ? t('cell.place', { place: Number(value) }) : valueWords(value, t);
  const standard = t('cell.standardNumber', { number: cell.standardNumber });
  return (
    <table className="cell-points">
      <thead>
        <tr>
          <th scope="col">{t('cell.field')}</th>
          <th scope="col">{standard}</th>
          <th scope="col">{t('cell.street')}</th>
        </tr>
      </thead>
      <tbody>
        {cell.points.map((point) => (
          <tr key={`${point.path} ${point.kind}`}>
            <th scope="row">
              {point.label}
              {point.core && (
                <span className="tag" data-tone="bad">
                  {t('cell.core')}
                </span>
              )}
            </th>
            <td data-label={standard} data-side="standard">
              {words(point, point.before)}
            </td>
            <td data-label={t('cell.street')} data-side="street">
              {words(point, point.after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
