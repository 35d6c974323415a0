import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deliveryWords } from '../../ui/delivery-words';
import { Panel } from '../../ui/Panel';
import { stamp } from '../../ui/time';
import { deliveriesQuery } from './api';
import './deliveries.css';

/** How the result of a case came to its applicant; nothing while there is nothing to tell. */
export function CaseDeliveries({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(deliveriesQuery(caseId));
  if (!data || data.deliveries.length + data.reminders.length === 0) return null;
  return (
    <Panel title={t('deliveries.ofCase')}>
      <ul className="delivery-history">
        {data.reminders.map(({ at, way, byName, note }) => (
          <li key={at}>
            <span className="number">{stamp(at)}</span> {byName} ·{' '}
            {t('deliveries.remindedBy', { way: t(`deliveries.ways.${way}`) })}
            {note && <div className="soft">{note}</div>}
          </li>
        ))}
        {data.deliveries.map((one) => (
          <li key={one.id}>
            <span className="number">{stamp(one.begunAt)}</span> {deliveryWords(one.method, t)} ·{' '}
            {t(`deliveries.states.${one.state}`)} {one.receiver}
            <div className="soft">
              {[
                one.carrier,
                one.trackingNumber,
                one.relation && `${one.relation} ${one.agentIdentity ?? ''}`,
                one.hasSignature && t('deliveries.signedOnScreen'),
                one.signedOnPaper && t('deliveries.onPaper'),
                one.returnReason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
