import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/DataList';
import { Mark } from '../../../ui/Mark';

type Row = Dto<'OfferingDto'>;

const LOOK = { NOT_BEGUN: 'PAUSED', OFFERED: 'NORMAL', ENDED: 'PAUSED' } as const;

export function useOfferingColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('offering.item'),
      phone: 'head',
      render: ({ itemName, itemCode }) => (
        <>
          <span className="cell-main">{itemName}</span>
          <div className="cell-sub number">{itemCode}</div>
        </>
      ),
    },
    { key: 'theme', title: t('offering.theme'), width: 130, render: ({ theme }) => theme },
    {
      key: 'kind',
      title: t('offering.handling'),
      width: 100,
      render: ({ handlingKind }) => t(`offering.kinds.${handlingKind}`),
    },
    {
      key: 'counters',
      title: t('offering.counters'),
      width: 150,
      render: ({ local }) =>
        local.counters.length > 0 ? local.counters.join('、') : t('offering.anyCounter'),
    },
    {
      key: 'handledBy',
      title: t('offering.handledBy'),
      width: 230,
      render: ({ because }) =>
        because === null ? (
          t('offering.byCounter')
        ) : (
          <Mark look="WARNING">{t(`sectionReason.${because}`)}</Mark>
        ),
    },
    {
      key: 'standing',
      title: t('offering.standing'),
      width: 160,
      render: ({ standing, startedOn, endedOn }) => (
        <>
          <Mark look={LOOK[standing]}>{t(`offering.standings.${standing}`)}</Mark>
          <div className="cell-sub number">
            {endedOn
              ? t('offering.until', { date: endedOn })
              : t('offering.since', { date: startedOn })}
          </div>
        </>
      ),
    },
  ];
}
