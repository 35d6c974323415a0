import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';

type Change = Dto<'BookDifferenceDto'>;

const TONES = { ADDED: 'good', REMOVED: 'bad', CHANGED: 'care' } as const;

/** What lies between two editions, item by item. */
export function ChangeList({ label, changes }: { label: string; changes: Change[] }) {
  const columns = useColumns();
  return <DataList label={label} rows={changes} columns={columns} rowKey={({ code }) => code} />;
}

function useColumns(): Column<Change>[] {
  const { t } = useTranslation();
  const numberOf = (number: number | null) =>
    number === null ? '—' : t('books.versionIs', { number });
  return [
    {
      key: 'name',
      title: t('books.item'),
      phone: 'head',
      render: ({ name, code }) => (
        <>
          <span className="cell-main">{name}</span> <span className="cell-sub">{code}</span>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('books.change'),
      width: 80,
      render: ({ kind }) => (
        <span className="tag" data-tone={TONES[kind]}>
          {t(`books.changes.${kind}`)}
        </span>
      ),
    },
    {
      key: 'versions',
      title: t('books.version'),
      width: 160,
      render: ({ fromNumber, toNumber }) => `${numberOf(fromNumber)} → ${numberOf(toNumber)}`,
    },
    {
      key: 'differences',
      title: t('books.differences'),
      width: 180,
      render: ({ differences, core }) =>
        [
          differences > 0 && t('books.differencesAre', { count: differences }),
          core > 0 && t('books.coreAre', { count: core }),
        ]
          .filter(Boolean)
          .join('，'),
    },
  ];
}
