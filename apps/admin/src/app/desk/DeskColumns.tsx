import { Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/Kbd';

const COLUMNS = ['find', 'fill', 'next'] as const;
type ColumnName = (typeof COLUMNS)[number];

/** The other keys stand at what they do: the search, the first button. */
const KEYS: Partial<Record<ColumnName, string>> = { fill: 'F4' };

export interface DeskColumn {
  shown: ColumnName;
  show: (column: ColumnName) => void;
}

/** Which column a phone shows; a desktop shows all three. */
export function useDeskColumn(): DeskColumn {
  const [shown, show] = useState<ColumnName>('find');
  return { shown, show };
}

type Props = Record<ColumnName, ReactNode> & { column: DeskColumn };

export function DeskColumns({ column, ...contents }: Props) {
  const { t } = useTranslation();
  return (
    <div className="desk" data-shown={column.shown}>
      <h1 className="sr-only">{t('desk.title')}</h1>
      <Tabs
        className="desk-tabs"
        activeKey={column.shown}
        onChange={(key) => column.show(key as ColumnName)}
        items={COLUMNS.map((key) => ({ key, label: t(`desk.columns.${key}`) }))}
      />
      {COLUMNS.map((name, index) => (
        <section
          key={name}
          className="panel desk-column"
          data-column={name}
          aria-label={t(`desk.columns.${name}`)}
        >
          <div className="panel-head">
            <h2>
              <span className="desk-step" aria-hidden>
                {index + 1}
              </span>
              {t(`desk.columns.${name}`)}
            </h2>
            {KEYS[name] && <Kbd>{KEYS[name]}</Kbd>}
          </div>
          {contents[name]}
        </section>
      ))}
    </div>
  );
}
