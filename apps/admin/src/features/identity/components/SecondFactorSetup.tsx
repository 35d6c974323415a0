import { useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { meQuery } from '../api/me';
import { beginSecondFactor } from '../api/second-factor';
import { ConfirmSecret } from './ConfirmSecret';
import { RecoveryCodes } from './RecoveryCodes';
import './second-factor.css';

interface Props {
  loginName: string;
  onDone?: () => void;
}

/**
 * Secret, first code, recovery codes. What the server hands out lives here only: once the page is left
 * it is gone. The account is asked for anew when the codes are kept, not before, or they would vanish.
 */
export function SecondFactorSetup({ loginName, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [setup, setSetup] = useState<Dto<'SecondFactorSetupDto'>>();
  const [codes, setCodes] = useState<string[]>();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [pending, setPending] = useState(false);

  const begin = async () => {
    setRefusal(null);
    setPending(true);
    await beginSecondFactor().then(setSetup, setRefusal);
    setPending(false);
  };
  const finish = async () => {
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
    onDone?.();
  };
  if (codes)
    return <RecoveryCodes codes={codes} loginName={loginName} onKept={() => void finish()} />;
  if (setup) {
    return <ConfirmSecret setup={setup} onConfirmed={setCodes} onAnew={() => void begin()} />;
  }
  return (
    <div className="factor-begin">
      <p className="soft">{t('factor.beginNote')}</p>
      <Refused error={refusal} />
      <Button type="primary" loading={pending} onClick={() => void begin()}>
        {t('factor.begin')}
      </Button>
    </div>
  );
}
