import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { changedFields } from '../changed-values';
import { subjectWords } from '../entry-words';

interface Props {
  changes: Dto<'AuditChangeDto'>[];
}

/** Before and after of each thing that the action touched. */
export function EntryChanges({ changes }: Props) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className="soft">{t('audit.noChanges')}</p>;
  return changes.map((change, index) => (
    <ChangeTable key={`${index}-${change.id}`} change={change} />
  ));
}

/** Of what was made new there is no before, of what was taken away no after. */
function ChangeTable({ change: { kind, id, before, after } }: { change: Dto<'AuditChangeDto'> }) {
  const { t } = useTranslation();
  return (
    <table className="entry-change">
      <caption>
        {subjectWords(kind, t)} <span className="cell-sub">{id}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          {before && <th scope="col">{t('audit.before')}</th>}
          {after && <th scope="col">{t('audit.after')}</th>}
        </tr>
      </thead>
      <tbody>
        {changedFields(before, after, t).map((field) => (
          <tr key={field.name} data-changed={field.before !== field.after}>
            <th scope="row">{field.name}</th>
            {before && <td>{field.before}</td>}
            {after && <td>{field.after}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
