import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import { Refused } from '../../../ui/Refused';
import { useVerification } from '../use-verification';
import { VerifyReport } from './VerifyReport';

/** Has the chains recomputed, and says what came out. */
export function VerifyPanel() {
  const { t } = useTranslation();
  const { state, start, cancel } = useVerification();
  const running = state.phase === 'RUNNING';
  const button = running ? (
    <Button onClick={cancel}>{t('chain.cancel')}</Button>
  ) : (
    <Button
      type="primary"
      icon={<SafetyCertificateOutlined aria-hidden />}
      onClick={() => void start()}
    >
      {t('chain.verify')}
    </Button>
  );
  return (
    <Panel title={t('chain.verifyTitle')} extra={button}>
      <div className="verify" aria-live="polite">
        <p className="soft">{t('chain.verifyNote')}</p>
        {running && (
          <p className="verify-line number">
            <Spin size="small" />
            {t('chain.verifying', {
              chains: state.progress.chains,
              entries: state.progress.entries.toLocaleString('en'),
            })}
          </p>
        )}
        {state.phase === 'CANCELLED' && <p>{t('chain.cancelled')}</p>}
        {state.phase === 'FAILED' && <Refused error={state.error} />}
        {state.phase === 'DONE' && <VerifyReport report={state.report} at={state.at} />}
      </div>
    </Panel>
  );
}
