import type { Dto } from '@yikou/api-client';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/DataList';
import { PublicationMark } from './PublicationMark';

type Row = Dto<'PublicationRowDto'>;
type Published = Dto<'PublishedOnDto'>;

export interface Selection {
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
}

const CHANNELS: Published['channel'][] = ['WEBSITE', 'PREMISES', 'BROCHURE', 'BOARD', 'WECHAT'];

export function usePublicationColumns(selection: Selection): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('publications.item'),
      phone: 'head',
      render: (row) => (
        <Checkbox
          checked={selection.has(row)}
          disabled={!row.allowedActions.includes('record')}
          onChange={() => selection.toggle(row)}
        >
          <span className="cell-main">{row.itemName}</span>
          <div className="cell-sub">
            <span className="number">{row.itemCode}</span> ·{' '}
            {t('publications.version', { number: row.versionNumber })} · {row.unitName}
          </div>
        </Checkbox>
      ),
    },
    ...CHANNELS.map((channel): Column<Row> => ({
      key: channel,
      title: t(`publications.channelWords.${channel}`),
      width: 138,
      render: ({ channels }) => {
        const its = channels.find((one) => one.channel === channel);
        return its && <Cell its={its} />;
      },
    })),
  ];
}

function Cell({ its }: { its: Published }) {
  const { t } = useTranslation();
  const { state, versionNumber, postedOn, place, recordedBy } = its;
  const by = recordedBy ?? t('publications.bySystem');
  return (
    <div title={versionNumber === null ? undefined : [place, by].filter(Boolean).join(' · ')}>
      <PublicationMark state={state} />
      {versionNumber !== null && (
        <div className="cell-sub">
          {t('publications.version', { number: versionNumber })}
          {its.channel === 'WEBSITE' ? ` · ${by}` : ` · ${postedOn ?? ''}`}
        </div>
      )}
    </div>
  );
}
