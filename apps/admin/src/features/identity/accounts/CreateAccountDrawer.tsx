import type { Dto } from '@yikou/api-client';
import { Alert, Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { CreateAccountForm } from './CreateAccountForm';
import { OneTimePassword } from './OneTimePassword';

interface Props {
  /** The unit, which the organisation knows. */
  unitField: ReactNode;
  onClose: () => void;
}

const WIDTH = 480;

/** Takes who it is for; then shows the one-time password, once. */
export function CreateAccountDrawer({ unitField, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useReturnFocus();
  const [created, setCreated] = useState<Dto<'NewAccountDto'>>();
  return (
    <Drawer open onClose={onClose} size={WIDTH} title={t('accounts.create')}>
      {created ? (
        <div className="created">
          <Alert type="success" showIcon title={t('accounts.createdTitle')} />
          <OneTimePassword password={created} name={created.account.displayName} />
          <p className="panel-actions">
            <Button type="primary" onClick={() => void navigate(`/accounts/${created.account.id}`)}>
              {t('accounts.open')}
            </Button>
            <Button onClick={() => setCreated(undefined)}>{t('accounts.another')}</Button>
          </p>
        </div>
      ) : (
        <CreateAccountForm unitField={unitField} onCreated={setCreated} />
      )}
    </Drawer>
  );
}
