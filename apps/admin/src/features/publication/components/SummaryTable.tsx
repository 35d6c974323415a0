import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { QueryView } from '../../../ui/QueryView';
import type { Dto } from '@yikou/api-client';
import {
  publicationSummaryQuery,
  POSTED_CHANNELS,
  type PublicationFilter,
} from '../api/publications';
import { PublicationMark } from './PublicationMark';

interface Props {
  unitId: string | undefined;
  /** Shows the rows behind a number. */
  onChoose: (part: PublicationFilter) => void;
}

const STATES = ['CURRENT', 'STALE', 'MISSING'] as const;
const COUNT = { CURRENT: 'current', STALE: 'stale', MISSING: 'missing' } as const;

/** How many are posted rightly, out of date or not at all; each number opens its rows. */
export function SummaryTable({ unitId, onChoose }: Props) {
  const { t } = useTranslation();
  const summary = useQuery(publicationSummaryQuery(unitId));
  const columns: Column<Dto<'ChannelSummaryDto'>>[] = [
    {
      key: 'channel',
      title: t('publications.channel'),
      phone: 'head',
      render: ({ channel }) => (
        <span className="cell-main">{t(`publications.channelWords.${channel}`)}</span>
      ),
    },
    ...STATES.map((state): Column<Dto<'ChannelSummaryDto'>> => ({
      key: state,
      title: t(`publications.stateWords.${state}`),
      width: 160,
      render: ({ channel, ...counts }) => {
        const count = counts[COUNT[state]];
        const posted = POSTED_CHANNELS.find((one) => one === channel);
        const words = (
          <span className="publication-count">
            <PublicationMark state={state} /> <span className="number">{count}</span>
          </span>
        );
        if (!posted || count === 0) return <span className="number soft">{count}</span>;
        return (
          <Button
            type="link"
            size="small"
            aria-label={t('publications.show', {
              channel: t(`publications.channelWords.${channel}`),
              state: t(`publications.stateWords.${state}`),
              count,
            })}
            onClick={() => onChoose({ channel: posted, state })}
          >
            {words}
          </Button>
        );
      },
    })),
  ];
  return (
    <QueryView query={summary} rows={5}>
      {({ items }) => (
        <DataList
          label={t('publications.summary')}
          rows={items}
          columns={columns}
          rowKey={({ channel }) => channel}
        />
      )}
    </QueryView>
  );
}
