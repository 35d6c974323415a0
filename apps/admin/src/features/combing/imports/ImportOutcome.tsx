import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';

const COUNTS = [
  'added',
  'changed',
  'unchanged',
  'removed',
  'byCode',
  'byName',
  'bySimilarName',
  'byPerson',
  'ambiguous',
  'repeated',
  'unmatched',
] as const;

const WORDS = {
  SIMILAR_NAME: 'bySimilarName',
  AMBIGUOUS: 'ambiguous',
  REPEATED: 'repeated',
  UNMATCHED: 'unmatched',
} as const;

interface Props {
  outcome: Dto<'ImportOutcomeDto'>;
  dryRun: boolean;
}

/** What the list does to the one before, and the rows worth a look. */
export function ImportOutcome({ outcome, dryRun }: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="import-title">{t(dryRun ? 'listImport.outcomeDry' : 'listImport.outcome')}</h3>
      <Facts facts={COUNTS.map((name) => [t(`listImport.counts.${name}`), outcome[name]])} />
      {outcome.rows.length > 0 && (
        <>
          <h3 className="import-title">{t('listImport.look')}</h3>
          <table className="import-table">
            <tbody>
              {outcome.rows.map(({ position, name, code, found, items }) => (
                <tr key={position}>
                  <td className="number">{t('listImport.row', { position })}</td>
                  <td>
                    {name}
                    <div className="cell-sub">{code}</div>
                  </td>
                  <td>
                    {t(`listImport.counts.${WORDS[found]}`)}
                    <div className="cell-sub">{items.join('、')}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
