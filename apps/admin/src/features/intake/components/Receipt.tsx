import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { Qr } from '../../../ui/Qr';
import { closingWords, stamp } from '../../../ui/time';
import { receiptKind } from '../receipt-kind';
import { Refusal } from './Refusal';

type ReceiptDto = Dto<'ReceiptDto'>;

export function Receipt({ receipt }: { receipt: ReceiptDto }) {
  const { t, i18n } = useTranslation();
  const { applicant, promisedDueAt, provisional, notice, acceptedAt } = receipt;
  const kind = receiptKind(receipt);
  const promised = kind === 'ACCEPTED' ? promisedDueAt : null;
  const due = promised && closingWords(promised, i18n.language);
  const received = receipt.materials.filter((one) => one.received);
  return (
    <>
      <h1>{t(`receipt.kinds.${kind}`)}</h1>
      <p className="receipt-unit">{receipt.unitName}</p>
      <Facts
        facts={[
          [t('receipt.number'), <strong key="number">{receipt.caseNumber}</strong>],
          [t('receipt.item'), receipt.itemName],
          [t('receipt.applicant'), applicant.name],
          [t('receipt.identity'), applicant.identityNumber],
          [t('receipt.registeredAt'), stamp(receipt.registeredAt)],
          [t('receipt.refusedAt'), receipt.refusedAt && stamp(receipt.refusedAt)],
          [t('receipt.acceptedAt'), acceptedAt && stamp(acceptedAt)],
          [t('receipt.authority'), receipt.authority],
          [t('receipt.dueAt'), due && (provisional ? `${due}（${t('due.provisional')}）` : due)],
        ]}
      />
      {kind === 'REFUSED' && <Refusal receipt={receipt} />}
      {kind === 'NOTICE' && notice && <Notice notice={notice} />}
      <h2>{t('receipt.materials')}</h2>
      {received.length === 0 && <p>{t('common.none')}</p>}
      <ol className="receipt-list">
        {received.map(({ position, name, form, copies }) => (
          <li key={position}>
            {name}（{t('guide.copies', { form: t(`form.${form}`), count: copies })}）
          </li>
        ))}
      </ol>
      <div className="receipt-foot">
        <Facts
          facts={[
            [t(kind === 'REFUSED' ? 'receipt.refusingUnit' : 'receipt.unit'), receipt.unitName],
            [t('receipt.address'), receipt.unitAddress],
            [t('receipt.telephone'), receipt.unitTelephone],
            [t('receipt.supervision'), receipt.supervisionTelephone],
            [t('receipt.clerk'), receipt.clerkName],
          ]}
        />
        <Qr path={receipt.progressPath} label={t('receipt.scan')} size={120} />
      </div>
      <p className="receipt-keep">
        {t(kind === 'REFUSED' ? 'receipt.keepRefusal' : 'receipt.keep')}
      </p>
      <p className="receipt-sign">
        <span>{t('receipt.signature')}：</span>
        <span>{t('receipt.seal')}</span>
      </p>
    </>
  );
}

function Notice({ notice }: { notice: Dto<'SupplementNoticeDto'> }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <h2>{t('receipt.missing')}</h2>
      <ol className="receipt-list">
        {notice.missing.map(({ name, howToGet }) => (
          <li key={name}>
            <strong>{name}</strong>
            <br />
            {howToGet}
          </li>
        ))}
      </ol>
      {notice.dueAt && (
        <p>
          {t('receipt.supplementBy')}：<strong>{closingWords(notice.dueAt, i18n.language)}</strong>
        </p>
      )}
    </>
  );
}
