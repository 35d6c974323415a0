import { useQuery } from '@tanstack/react-query';
import { App, Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { Refused } from '../../../ui/Refused';
import { useReturnFocus } from '../../../ui/use-return-focus';
import { clonePreviewQuery, useClone } from '../api/clones';
import { CloneHistory } from './CloneHistory';

interface Props {
  sourceUnitId: string;
  targetUnitId: string | undefined;
  /** Chooses the target, which the organisation knows. */
  targetField: ReactNode;
  onClose: () => void;
}

const WIDTH = 640;

/** R99: what copying would do, the copy itself, and those made before, to be undone. */
export function CloneDialog({ sourceUnitId, targetUnitId, targetField, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const clone = useClone();
  useReturnFocus();
  const run = () =>
    targetUnitId &&
    clone.mutate(
      { does: 'run', body: { sourceUnitId, targetUnitId } },
      {
        onSuccess: ({ offeringCount }) =>
          void message.success(t('clone.done', { count: offeringCount })),
      },
    );
  return (
    <Modal
      open
      width={WIDTH}
      title={t('clone.title')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('common.close')}
        </Button>,
        <Button
          key="run"
          type="primary"
          disabled={!targetUnitId}
          loading={clone.isPending}
          onClick={run}
        >
          {t('clone.run')}
        </Button>,
      ]}
    >
      <div className="clone-parts">
        <p className="dialog-intro">{t('clone.intro')}</p>
        {targetField}
        {targetUnitId && <ClonePreview sourceUnitId={sourceUnitId} targetUnitId={targetUnitId} />}
        <Refused error={clone.error} />
        <CloneHistory />
      </div>
    </Modal>
  );
}

function ClonePreview(units: { sourceUnitId: string; targetUnitId: string }) {
  const { t } = useTranslation();
  const preview = useQuery(clonePreviewQuery(units.sourceUnitId, units.targetUnitId));
  return (
    <QueryView query={preview} rows={3}>
      {({ added, present, refused, counters }) => (
        <>
          <Alert
            type={added.length + counters.length > 0 ? 'info' : 'warning'}
            showIcon
            title={t('clone.preview', {
              added: added.length,
              present: present.length,
              refused: refused.length,
              counters: counters.length,
            })}
          />
          {added.length > 0 && (
            <section>
              <h3>{t('clone.added')}</h3>
              <ul tabIndex={0} aria-label={t('clone.added')}>
                {added.map(({ code, name }) => (
                  <li key={code}>
                    {name} <span className="soft number">{code}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {refused.length > 0 && (
            <section>
              <h3>{t('clone.refused')}</h3>
              <ul tabIndex={0} aria-label={t('clone.refused')}>
                {refused.map(({ code, name, because }) => (
                  <li key={code}>
                    {name} <span className="soft">{t(`clone.refusals.${because}`)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </QueryView>
  );
}
