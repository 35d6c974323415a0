import type { Dto } from '@yikou/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limitWords } from '../../../ui/limit-words';

interface Props {
  procedures: Dto<'StandardProcedureDto'>[];
  beside?: ((field: string) => ReactNode) | undefined;
}

export function ProceduresView({ procedures, beside }: Props) {
  const { t } = useTranslation();
  if (procedures.length === 0) return <span className="soft">{t('common.none')}</span>;
  return (
    <ul className="standard-list">
      {procedures.map(({ kind, name, days, unit, countsInLimit }, index) => (
        <li key={`${index}-${kind}`}>
          {name}：{limitWords(days, unit, t)}（
          {t(countsInLimit ? 'guide.countsIn' : 'guide.countsOut')}）
          {beside?.(`specialProcedures.${index}`)}
        </li>
      ))}
    </ul>
  );
}
