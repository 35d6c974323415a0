import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';

/** Why the request is not accepted, and where the applicant can turn. */
export function Refusal({ receipt }: { receipt: Dto<'ReceiptDto'> }) {
  const { t } = useTranslation();
  const { closeReason, remedy, unitName, supervisionTelephone } = receipt;
  return (
    <>
      <p className="receipt-refusal">{t('receipt.refused', { item: receipt.itemName })}</p>
      {closeReason && (
        <>
          <h2>{t('receipt.reason')}</h2>
          <p className="receipt-words">{closeReason}</p>
        </>
      )}
      {remedy && (
        <>
          <h2>{t('receipt.remedy')}</h2>
          <p className="receipt-words">{remedy}</p>
        </>
      )}
      <h2>{t('receipt.turnTo')}</h2>
      <p>{t('receipt.turnToUnit', { unit: unitName })}</p>
      {supervisionTelephone && (
        <p>{t('receipt.turnToSupervision', { telephone: supervisionTelephone })}</p>
      )}
    </>
  );
}
