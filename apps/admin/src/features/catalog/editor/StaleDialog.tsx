import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldWords } from '../standard/words';
import type { Stale } from './merge';

interface Props {
  stale: Stale;
  onKeep: () => void;
  onDrop: () => void;
  onLater: () => void;
}

const WIDTH = 560;

/** Somebody else was faster: what they changed, and how to go on without losing what was typed. */
export function StaleDialog({ stale, onKeep, onDrop, onLater }: Props) {
  const { t } = useTranslation();
  const { theirs, both, now } = stale;
  const listed = (fields: readonly string[]) =>
    fields.map((field) => fieldWords(field, t)).join('、');
  return (
    <Modal
      open
      width={WIDTH}
      title={t('draft.staleTitle')}
      onCancel={onLater}
      footer={[
        <Button key="later" onClick={onLater}>
          {t('draft.staleLater')}
        </Button>,
        <Button key="drop" danger onClick={onDrop}>
          {t('draft.staleDrop')}
        </Button>,
        now.allowedActions.includes('edit') && (
          <Button key="keep" type="primary" onClick={onKeep}>
            {t('draft.staleLoad')}
          </Button>
        ),
      ]}
    >
      <p className="dialog-intro">
        {now.allowedActions.includes('edit')
          ? t('draft.staleText')
          : t('draft.verbStale', { state: t(`draftState.${now.state}`) })}
      </p>
      {theirs.length + both.length === 0 && <p>{t('draft.staleNothing')}</p>}
      {theirs.length > 0 && (
        <p>
          <strong>{t('draft.staleTheirs')}</strong>：{listed(theirs)}
        </p>
      )}
      {both.length > 0 && (
        <p>
          <strong>{t('draft.staleBoth')}</strong>：{listed(both)}
        </p>
      )}
    </Modal>
  );
}
