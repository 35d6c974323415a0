import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/CopyButton';
import { stamp } from '../../../ui/time';
import './accounts.css';

interface Props {
  password: Dto<'OneTimePasswordDto'>;
  name: string;
}

/** Shown once: nobody can ask for it again. */
export function OneTimePassword({ password: { oneTimePassword, validUntil }, name }: Props) {
  const { t } = useTranslation();
  return (
    <div className="one-time">
      <p>{t('oneTime.intro', { name })}</p>
      <p className="one-time-row">
        <code aria-label={t('oneTime.title')}>{oneTimePassword}</code>
        <CopyButton text={oneTimePassword} />
      </p>
      <p className="soft">{t('oneTime.until', { at: stamp(validUntil) })}</p>
    </div>
  );
}
