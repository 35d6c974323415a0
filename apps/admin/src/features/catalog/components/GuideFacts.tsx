import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { deliveryWords } from '../../../ui/delivery-words';
import { limitWords } from '../../../ui/limit-words';
import { Panel } from '../../../ui/Panel';

export function GuideFacts({ item }: { item: Dto<'ItemDto'> }) {
  const { t } = useTranslation();
  const statutoryUnit = item.statutoryDayUnit === 'CALENDAR_DAY' ? 'CALENDAR_DAY' : 'WORKING_DAY';
  const facts: [label: string, value: string, note?: string][] = [
    [t('guide.promised'), limitWords(item.promisedDays, item.dayUnit, t)],
    [
      t('guide.statutory'),
      item.statutoryDays === null
        ? t('guide.noStatutory')
        : limitWords(item.statutoryDays, statutoryUnit, t),
      item.statutoryNote,
    ],
    [t('guide.fee'), t(item.fee.charged ? 'guide.charged' : 'guide.free'), feeNote(item.fee)],
    [t('guide.object'), item.serviceObject],
    [t('guide.result'), item.resultDocument],
    [t('guide.delivery'), item.deliveryMethods.map((one) => deliveryWords(one, t)).join('、')],
    [t('guide.visits'), t('guide.visitsTimes', { count: item.onSiteVisits })],
    [t('guide.cross'), item.crossRegion],
    [t('guide.owner'), item.ownerDepartment],
    [t('guide.lead'), item.leadDepartment],
    [t('guide.category'), item.category],
    [t('guide.code'), item.code],
  ];
  return (
    <Panel title={t('guide.basics')}>
      <dl className="guide-facts">
        {facts.map(([label, value, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function feeNote({ amount, basis }: Dto<'FeeDto'>): string {
  return [amount, basis].filter(Boolean).join('；');
}
