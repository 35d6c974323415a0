import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { audit } from '../../../messages/zh-CN/audit';
import { Facts } from '../../../ui/Facts';
import { Mark } from '../../../ui/Mark';
import { chainsQuery } from '../api/chains';
import type { AuditFault } from '../api/verification';
import { chainWords, isOneOf } from '../entry-words';

/** Where a chain is broken first, and how far it is proven before that. */
export function VerifyFault({ fault }: { fault: AuditFault }) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(chainsQuery);
  const { chain, seq, kind, expected, found, provenTo } = fault;
  const known = data?.pages.flatMap((page) => page.items).find((one) => one.chain === chain);
  const kindWords = isOneOf(audit.chain.faultKind, kind)
    ? t(`chain.faultKind.${kind}`)
    : t('chain.faultKind.other');
  return (
    <li>
      <p className="verify-fault-head">
        <Mark look="OVERDUE">{kindWords}</Mark>
        {chain === null ? t('chain.anchorFile') : chainWords(chain, known?.unitName, t)}
      </p>
      <Facts
        facts={[
          [t('chain.firstBroken'), t(chain === null ? 'chain.anchorLine' : 'chain.row', { seq })],
          [t('chain.expected'), expected],
          [t('chain.found'), found],
        ]}
      />
      {chain !== null && (
        <p className="facts-note">
          {provenTo > 0 ? t('chain.provenTo', { count: provenTo }) : t('chain.provenNone')}
        </p>
      )}
    </li>
  );
}
