import type { Dto } from '@yikou/api-client';
import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { tokens } from '../../../ui/theme';

const SIZE = 180;

/** To be scanned, or typed in groups of four. */
export function SecretCode({ setup: { uri, secret } }: { setup: Dto<'SecondFactorSetupDto'> }) {
  const { t } = useTranslation();
  return (
    <div className="secret">
      <p className="secret-title">{t('factor.scanTitle')}</p>
      <QRCode
        type="svg"
        size={SIZE}
        bordered={false}
        color={tokens.ink}
        value={uri}
        marginSize={1}
        aria-label={t('factor.scan')}
      />
      <p className="soft">{t('factor.byHand')}</p>
      <code className="secret-text" aria-label={t('factor.secret')}>
        {secret.match(/.{1,4}/g)?.join(' ')}
      </code>
    </div>
  );
}
