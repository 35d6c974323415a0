import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/DataList';
import { Mark } from '../../../ui/Mark';
import { stamp } from '../../../ui/time';
import { chainWords } from '../entry-words';

type Chain = Dto<'AuditChainDto'>;

export function useChainColumns(): Column<Chain>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'unit',
      title: t('chain.unit'),
      phone: 'head',
      render: ({ chain, unitName }) => (
        <span className="cell-main">{chainWords(chain, unitName, t)}</span>
      ),
    },
    {
      key: 'count',
      title: t('chain.count'),
      width: 110,
      numeric: true,
      render: ({ count }) => count.toLocaleString('en'),
    },
    {
      key: 'last',
      title: t('chain.last'),
      width: 160,
      numeric: true,
      render: ({ updatedAt }) => stamp(updatedAt),
    },
    {
      key: 'anchored',
      title: t('chain.anchored'),
      width: 270,
      numeric: true,
      render: ({ anchoredAt, anchoredCount }) =>
        anchoredAt
          ? t('chain.anchoredTo', {
              count: anchoredCount,
              at: stamp(anchoredAt),
            })
          : t('chain.neverAnchored'),
    },
    {
      key: 'state',
      title: t('chain.state'),
      width: 190,
      render: (chain) => <Anchored chain={chain} />,
    },
  ];
}

/** How far the newest anchor outside the database is behind the chain. */
function Anchored({ chain: { count, anchoredCount, anchoredAt } }: { chain: Chain }) {
  const { t } = useTranslation();
  if (!anchoredAt) return <Mark look="PAUSED">{t('chain.stateWords.NEVER')}</Mark>;
  const behind = count - anchoredCount;
  return behind > 0 ? (
    <Mark look="WARNING">{t('chain.stateWords.BEHIND', { count: behind })}</Mark>
  ) : (
    <Mark look="NORMAL">{t('chain.stateWords.UP_TO_DATE')}</Mark>
  );
}
