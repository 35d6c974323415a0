import type { Dto } from '@yikou/api-client';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { LocalContentForm } from './LocalContentForm';
import { ReadinessChecks } from './ReadinessChecks';
import { WithdrawDialog } from './WithdrawDialog';

interface Props {
  unitId: string;
  offering: Dto<'OfferingDto'>;
  onClose: () => void;
}

const WIDTH = 560;

/** One offering: by whose authority, what is the hall's own, and what the network asks for. */
export function OfferingDrawer({ unitId, offering, onClose }: Props) {
  const { t } = useTranslation();
  useReturnFocus();
  const [withdrawing, setWithdrawing] = useState(false);
  const { allowedActions, because, dedicatedNetwork, local, section } = offering;
  const may = (verb: Dto<'OfferingVerb'>) => allowedActions.includes(verb);
  return (
    <Drawer open size={WIDTH} title={offering.itemName} onClose={onClose}>
      <div className="offering-drawer">
        <Facts
          facts={[
            [t('offering.itemCode'), offering.itemCode],
            [t('offering.standing'), t(`offering.standings.${offering.standing}`)],
            [t('offering.endReason'), offering.endReason],
            [t('offering.section'), section?.name],
            [t('offering.authority'), <Authority key="authority" offering={offering} />],
            [
              t('offering.handledBy'),
              because === null ? t('offering.byCounter') : t(`sectionReason.${because}`),
            ],
          ]}
        />
        {may('changeLocal') ? (
          <LocalContentForm unitId={unitId} offering={offering} />
        ) : (
          <Facts
            facts={[
              [t('offering.address'), local.address],
              [t('offering.telephone'), local.telephone],
              [t('offering.openingHours'), local.openingHours],
            ]}
          />
        )}
        {dedicatedNetwork && <ReadinessChecks unitId={unitId} offering={offering} />}
        {may('withdraw') && (
          <div>
            <Button danger onClick={() => setWithdrawing(true)}>
              {t('offering.withdraw')}
            </Button>
          </div>
        )}
      </div>
      {withdrawing && (
        <WithdrawDialog unitId={unitId} offering={offering} onClose={() => setWithdrawing(false)} />
      )}
    </Drawer>
  );
}

function Authority({ offering }: { offering: Dto<'OfferingDto'> }) {
  const { t } = useTranslation();
  const { needsAuthorisation, authorisation } = offering;
  if (!needsAuthorisation) return <span className="soft">{t('common.none')}</span>;
  if (!authorisation) return <span className="tag">{t('offering.noAuthority')}</span>;
  return (
    <>
      {t(`authorisations.standings.${authorisation.standing}`)}
      {authorisation.daysLeft !== null && (
        <span className="soft">
          {' '}
          {t('authorisations.daysLeft', { count: authorisation.daysLeft })}
        </span>
      )}
    </>
  );
}
