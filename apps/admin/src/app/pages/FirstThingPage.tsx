import type { Dto } from '@yikou/api-client';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordForm } from '../../features/identity/components/PasswordForm';
import { SecondFactorSetup } from '../../features/identity/components/SecondFactorSetup';
import { ProveForm } from '../../features/identity/entry/ProveForm';
import type { FirstThing } from '../../features/identity/first-thing';
import { SignOutButton } from '../shell/SignOutButton';
import { EntryFrame } from './EntryFrame';

interface Props {
  account: Dto<'AccountDto'>;
  thing: FirstThing;
}

/** In place of every page until it is done; then the page that the person came for is there. */
export function FirstThingPage({ account, thing }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { loginName } = account;
  return (
    <EntryFrame
      title={t(`first.${thing}Title`)}
      intro={t(`first.${thing}Intro`)}
      tools={<SignOutButton />}
      wide={thing === 'factor'}
    >
      {thing === 'password' && (
        <PasswordForm
          oneTime
          loginName={loginName}
          onDone={() => void message.success(t('password.done'))}
        />
      )}
      {thing === 'factor' && <SecondFactorSetup loginName={loginName} />}
      {thing === 'code' && <ProveForm />}
    </EntryFrame>
  );
}
