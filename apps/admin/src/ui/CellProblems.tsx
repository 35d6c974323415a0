import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import './cell-problems.css';

interface Props {
  problems: Dto<'ListProblemDto'>[];
  /** Of all, also those that are not listed. */
  count: number;
}

/** The wrong cells of a list that was handed in, and how to mend each. */
export function CellProblems({ problems, count }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <table className="cell-problems">
        <thead>
          <tr>
            <th scope="col">{t('listImport.sheet')}</th>
            <th scope="col">{t('listImport.place')}</th>
            <th scope="col">{t('listImport.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ sheet, row, column, title }) => (
            <tr key={`${sheet} ${column}${row} ${title}`}>
              <td>{sheet}</td>
              <td className="number">
                {/^[A-Z]+$/.test(column) ? `${column}${row}` : `${row} · ${column}`}
              </td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length < count && (
        <p className="soft">{t('listImport.moreProblems', { count: problems.length })}</p>
      )}
    </>
  );
}
