import type { Dto } from '@yikou/api-client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormDialog } from '../../../ui/FormDialog';
import { Mark } from '../../../ui/Mark';
import { Panel } from '../../../ui/Panel';
import { useRemoveSecondFactor } from '../api/second-factor';
import { CodeField } from '../components/CodeField';

/** Whether a code belongs to the password, and how that is changed. */
export function SecondFactorPanel({ state }: { state: Dto<'SecondFactorState'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [removing, setRemoving] = useState(false);
  const remove = useRemoveSecondFactor();
  const on = state === 'ON';

  const doRemove = async (entered: Dto<'CodeDto'>): Promise<void> => {
    await remove.mutateAsync(entered);
    void message.success(t('factor.removed'));
    setRemoving(false);
  };
  return (
    <Panel
      title={t('factor.title')}
      extra={<Mark look={on ? 'NORMAL' : 'PAUSED'}>{t(`factor.state.${state}`)}</Mark>}
    >
      <p>{t(on ? 'factor.onNote' : 'factor.offNote')}</p>
      {on && <p className="facts-note">{t('factor.codesNote')}</p>}
      <p className="panel-actions">
        {on ? (
          <Button onClick={() => setRemoving(true)}>{t('factor.remove')}</Button>
        ) : (
          <Link to="/me/second-factor">
            <Button type="primary">{t('factor.setUp')}</Button>
          </Link>
        )}
      </p>
      {removing && (
        <FormDialog<Dto<'CodeDto'>>
          danger
          title={t('factor.removeTitle')}
          okText={t('factor.remove')}
          intro={t('factor.removeText')}
          places={{ 'identity.code_not_accepted': 'code' }}
          onSubmit={doRemove}
          onClose={() => setRemoving(false)}
        >
          <CodeField />
        </FormDialog>
      )}
    </Panel>
  );
}
