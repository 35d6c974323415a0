import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/DataList';
import { stamp } from '../../../ui/time';
import { actionWords, actorWords, subjectWords } from '../entry-words';

type Entry = Dto<'AuditEntryDto'>;

export function useEntryColumns(): Column<Entry>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'action',
      title: t('audit.action'),
      phone: 'head',
      render: ({ action, reason }) => (
        <div>
          <span className="cell-main">{actionWords(action, t)}</span>
          {reason && (
            <div className="cell-sub">
              {t('audit.reason')}：{reason}
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'at',
      title: t('audit.at'),
      width: 150,
      numeric: true,
      render: ({ at }) => stamp(at),
    },
    {
      key: 'actor',
      title: t('audit.actor'),
      width: 220,
      render: (entry) => (
        <div>
          {actorWords(entry, t)}
          <div className="cell-sub">{entry.unitName ?? t('audit.system')}</div>
        </div>
      ),
    },
    {
      key: 'subject',
      title: t('audit.subject'),
      width: 290,
      render: ({ subjectKind, subjectId }) =>
        subjectKind && (
          <div className="entry-subject">
            {subjectWords(subjectKind, t)}
            <div className="cell-sub number">{subjectId}</div>
          </div>
        ),
    },
    {
      key: 'address',
      title: t('audit.address'),
      width: 130,
      numeric: true,
      phone: 'hidden',
      render: ({ address }) => address,
    },
  ];
}
