import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import { PART_NAMES, partOf } from '../standard/parts';
import './compare.css';
import { ComparedRow } from './ComparedRow';

interface Props {
  rows: Dto<'DifferenceDto'>[];
  from: string;
  to: string;
}

/** Two contents side by side, section by section; one under the other on a phone. */
export function CompareView({ rows, from, to }: Props) {
  const { t } = useTranslation();
  return PART_NAMES.map((part) => {
    const its = rows.filter(({ path }) => partOf(path) === part);
    if (its.length === 0) return null;
    return (
      <Panel key={part} title={t(`standardPart.${part}`)} flush>
        <table className="compared" aria-label={t(`standardPart.${part}`)}>
          <thead>
            <tr>
              <th scope="col">{t('compare.element')}</th>
              <th scope="col">{from}</th>
              <th scope="col">{to}</th>
            </tr>
          </thead>
          <tbody>
            {its.map((row) => (
              <ComparedRow key={`${row.kind} ${row.path}`} row={row} />
            ))}
          </tbody>
        </table>
      </Panel>
    );
  });
}
