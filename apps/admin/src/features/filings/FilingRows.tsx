import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../ui/DataList';
import { stamp } from '../../ui/time';

type Row = Dto<'FilingRowDto'>;

export interface RowAct {
  does: 'ask' | 'answer';
  row: Row;
}

interface Props {
  rows: Row[];
  actions: readonly string[];
  onAct: (act: RowAct) => void;
}

export function FilingRows({ rows, actions, onAct }: Props) {
  const { t } = useTranslation();
  const columns: Column<Row>[] = [
    {
      key: 'case',
      title: t('filings.case'),
      width: 230,
      phone: 'head',
      render: ({ caseNumber, applicantName, kind }) => (
        <div>
          <span className="cell-main number">{caseNumber}</span>
          <div className="cell-sub">
            {applicantName}{' '}
            {kind !== 'IN_WEEK' && (
              <span className="tag" data-tone="care">
                {t(`filings.kinds.${kind}`)}
              </span>
            )}
          </div>
        </div>
      ),
    },
    {
      key: 'decided',
      title: t('filings.decidedAt'),
      width: 150,
      numeric: true,
      render: ({ decidedAt }) => stamp(decidedAt),
    },
    {
      key: 'outcome',
      title: t('filings.outcome'),
      width: 200,
      render: ({ outcome, resultNumber }) => (
        <div>
          {t(`outcome.${outcome}`)}
          {resultNumber && <div className="cell-sub number">{resultNumber}</div>}
        </div>
      ),
    },
    {
      key: 'queries',
      title: t('filings.queries'),
      render: (row) => <Queries row={row} actions={actions} onAct={onAct} />,
    },
  ];
  return (
    <DataList
      label={t('filings.case')}
      rows={rows}
      columns={columns}
      rowKey={({ place }) => String(place)}
    />
  );
}

function Queries({ row, actions, onAct }: Omit<Props, 'rows'> & { row: Row }) {
  const { t } = useTranslation();
  const open = row.queries.some(({ answeredAt }) => answeredAt === null);
  return (
    <div className="filing-queries">
      {row.queries.map(({ question, askedAt, askedByName, answer, answeredByName }) => (
        <dl key={askedAt}>
          <dt>{t('filings.asked', { name: askedByName ?? '' })}</dt>
          <dd>{question}</dd>
          <dt>{answer ? t('filings.answered', { name: answeredByName ?? '' }) : ''}</dt>
          <dd>{answer ?? <span className="soft">{t('filings.notAnswered')}</span>}</dd>
        </dl>
      ))}
      {actions.includes('ask') && !open && (
        <Button size="small" onClick={() => onAct({ does: 'ask', row })}>
          {t('filings.ask')}
        </Button>
      )}
      {actions.includes('answer') && open && (
        <Button size="small" type="primary" onClick={() => onAct({ does: 'answer', row })}>
          {t('filings.answer')}
        </Button>
      )}
    </div>
  );
}
