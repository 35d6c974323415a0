import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { deliveryWords } from '../../../ui/delivery-words';
import { Facts } from '../../../ui/Facts';
import { stamp } from '../../../ui/time';

/** R68: after hours is said with the channel. */
function channelWords({ channel, outOfHours }: Dto<'CaseDto'>, t: TFunction): string {
  return t(`channel.${channel}`) + (outOfHours ? `（${t('case.outOfHours')}）` : '');
}

export function CaseFacts({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const { extension, corrects, correctedBy } = subject;
  const at = (instant: string | null) => instant && stamp(instant);
  return (
    <Facts
      facts={[
        [t('case.takingUnit'), subject.takingUnit.name],
        [t('case.holderUnit'), subject.holderUnit.name],
        [t('case.channel'), channelWords(subject, t)],
        [t('case.firstContact'), subject.firstContactName],
        [t('case.registeredAt'), at(subject.registeredAt)],
        [t('case.acceptedAt'), at(subject.acceptedAt)],
        [t('case.receiptAt'), at(subject.receiptAt)],
        [t('case.decidedAt'), at(subject.decidedAt)],
        [t('case.outcome'), subject.outcome && t(`outcome.${subject.outcome}`)],
        [t('case.opinion'), subject.opinion],
        [t('case.closeReason'), subject.closeReason],
        [t('case.remedy'), subject.remedy],
        [t('case.authority'), subject.authority],
        [t('case.issuedAt'), at(subject.issuedAt)],
        [t('case.resultNumber'), subject.resultNumber],
        [t('case.deliveredAt'), at(subject.deliveredAt)],
        [
          t('case.deliveryMethod'),
          subject.deliveryMethod && deliveryWords(subject.deliveryMethod, t),
        ],
        [t('case.receiver'), subject.deliveryReceiver],
        [t('case.notices'), subject.supplementCount > 1 && String(subject.supplementCount)],
        [
          t('case.extended'),
          extension &&
            t('case.extendedBy', { days: extension.days, name: extension.approvedByName }),
        ],
        [t('case.extensionNotice'), extension?.notice],
        [t('case.corrects'), corrects && <CaseLink to={corrects} />],
        [t('case.correctionReason'), subject.correctionReason],
        [t('case.correctedBy'), correctedBy && <CaseLink to={correctedBy} />],
      ]}
    />
  );
}

function CaseLink({ to: { id, number } }: { to: Dto<'CaseRefDto'> }) {
  return (
    <Link to={`/cases/${id}`} className="number">
      {number}
    </Link>
  );
}
