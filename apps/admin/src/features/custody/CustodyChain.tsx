import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { stamp } from '../../ui/time';

interface Props {
  handovers: readonly Dto<'CustodyHandoverDto'>[];
  onAccept: (id: string) => void;
  onDecline: (id: string) => void;
}

/** Every hand that the originals went through, the oldest first. */
export function CustodyChain({ handovers, onAccept, onDecline }: Props) {
  const { t } = useTranslation();
  if (handovers.length === 0) return null;
  return (
    <ol className="custody-chain" aria-label={t('custody.chain')}>
      {handovers.map((link) => (
        <li key={link.id}>
          <p>
            <strong>{t(`custody.kinds.${link.kind}`)}</strong> {sideOf(link.fromUnitName)} →{' '}
            {link.kind === 'ARCHIVED' ? t('custody.archiveRoom') : sideOf(link.toUnitName)}
          </p>
          <p>{link.originals.map(({ name }) => name).join('、')}</p>
          <p className="soft">
            {stamp(link.handedAt)} {link.handedByName} · {link.purpose}
          </p>
          {link.kind === 'HANDED_OVER' && <p className="soft">{answerOf(link)}</p>}
          {link.allowedActions.includes('accept') && (
            <p className="custody-actions">
              <Button size="small" type="primary" onClick={() => onAccept(link.id)}>
                {t('custody.accept')}
              </Button>
              <Button size="small" danger onClick={() => onDecline(link.id)}>
                {t('custody.decline')}
              </Button>
            </p>
          )}
        </li>
      ))}
    </ol>
  );

  function sideOf(unitName: string | null): string {
    return unitName ?? t('custody.applicant');
  }

  function answerOf(link: Dto<'CustodyHandoverDto'>): string {
    const name = link.answeredByName ?? '';
    if (link.acceptedAt) return t('custody.acceptedBy', { name, at: stamp(link.acceptedAt) });
    if (!link.declinedAt) return t('custody.waiting');
    const reason = link.declineReason ?? '';
    return t('custody.declinedBy', { name, at: stamp(link.declinedAt), reason });
  }
}
