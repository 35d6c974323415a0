import { useTranslation } from 'react-i18next';
import { Mark } from '../../../ui/Mark';
import { stamp } from '../../../ui/time';
import type { AuditReport } from '../api/verification';
import { VerifyFault } from './VerifyFault';

interface Props {
  report: AuditReport;
  at: string;
}

/** Sound as a whole, or the first broken row of each chain. */
export function VerifyReport({ report, at }: Props) {
  const { t } = useTranslation();
  const { ok, chains, entries, anchors, faults } = report;
  const counts = { chains, entries: entries.toLocaleString('en'), anchors, count: faults.length };
  return (
    <>
      <p className="verify-line number">
        <Mark look={ok ? 'NORMAL' : 'OVERDUE'}>{t(ok ? 'chain.sound' : 'chain.broken')}</Mark>
        <strong>{t(ok ? 'chain.soundWords' : 'chain.brokenWords', counts)}</strong>
        <span className="soft">{t('chain.at', { at: stamp(at) })}</span>
      </p>
      {faults.length > 0 && (
        <ul className="verify-faults">
          {faults.map((fault) => (
            <VerifyFault key={fault.id} fault={fault} />
          ))}
        </ul>
      )}
    </>
  );
}
