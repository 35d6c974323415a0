import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../ui/DataList';
import { Mark } from '../../ui/Mark';
import { SignedDocument } from './SignedDocument';

type Row = Dto<'AuthorisationDto'>;

const LOOK = {
  NOT_BEGUN: 'PAUSED',
  HOLDS: 'NORMAL',
  ENDS_SOON: 'WARNING',
  EXPIRED: 'OVERDUE',
  REVOKED: 'PAUSED',
} as const;

export function useAuthorisationColumns(onRevoke: (row: Row) => void): Column<Row>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'item',
      title: t('authorisations.item'),
      phone: 'head',
      render: ({ itemName, itemCode }) => (
        <>
          <span className="cell-main">{itemName}</span>
          <div className="cell-sub number">{itemCode}</div>
        </>
      ),
    },
    {
      key: 'section',
      title: t('authorisations.section'),
      width: 250,
      render: ({ section, centre }) => (
        <div>
          {section.name}
          <div className="cell-sub">{centre.name}</div>
        </div>
      ),
    },
    {
      key: 'document',
      title: t('authorisations.document'),
      width: 220,
      render: (row) => (
        <div>
          {row.documentName}
          <div className="cell-sub number">{row.documentNumber}</div>
          <SignedDocument row={row} />
        </div>
      ),
    },
    {
      key: 'period',
      title: t('authorisations.period'),
      width: 190,
      numeric: true,
      render: ({ validFrom, validUntil }) =>
        t('authorisations.fromTo', {
          from: validFrom,
          until: validUntil ?? t('authorisations.open'),
        }),
    },
    {
      key: 'standing',
      title: t('authorisations.standing'),
      width: 200,
      render: (row) => <Standing row={row} onRevoke={onRevoke} />,
    },
  ];
}

function Standing({ row, onRevoke }: { row: Row; onRevoke: (row: Row) => void }) {
  const { t } = useTranslation();
  const { standing, daysLeft, renewed, revokeReason, allowedActions } = row;
  return (
    <div className="tags">
      <Mark look={LOOK[standing]}>{t(`authorisations.standings.${standing}`)}</Mark>
      {daysLeft !== null && (
        <span className="tag" data-tone={standing === 'ENDS_SOON' ? 'care' : undefined}>
          {daysLeft === 0
            ? t('authorisations.lastDay')
            : t('authorisations.daysLeft', { count: daysLeft })}
        </span>
      )}
      {renewed && (
        <span className="tag" data-tone="good">
          {t('authorisations.renewed')}
        </span>
      )}
      {revokeReason && <span className="cell-sub">{revokeReason}</span>}
      {allowedActions.includes('revoke') && (
        <Button size="small" danger onClick={() => onRevoke(row)}>
          {t('authorisations.revoke')}
        </Button>
      )}
    </div>
  );
}
