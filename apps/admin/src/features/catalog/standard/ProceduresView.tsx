import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { limitWords } from '../../../ui/limit-words';

export function ProceduresView({ procedures }: { procedures: Dto<'StandardProcedureDto'>[] }) {
  const { t } = useTranslation();
  if (procedures.length === 0) return <span className="soft">{t('common.none')}</span>;
  return (
    <ul className="standard-list">
      {procedures.map(({ kind, name, days, unit, countsInLimit }, index) => (
        <li key={`${index}-${kind}`}>
          {name}：{limitWords(days, unit, t)}（
          {t(countsInLimit ? 'guide.countsIn' : 'guide.countsOut')}）
        </li>
      ))}
    </ul>
  );
}
