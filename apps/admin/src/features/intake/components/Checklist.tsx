import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StagedFile } from '../use-staged-files';
import { MaterialRow, type RowActions, type RowMaterial } from './MaterialRow';
import './materials.css';

interface Props {
  materials: RowMaterial[];
  staged: StagedFile[];
  actions: RowActions | undefined;
  onReceiveAll?: () => void;
}

export function Checklist({ materials, staged, actions, onReceiveAll }: Props) {
  const { t } = useTranslation();
  const received = materials.filter((one) => one.received).length;
  if (materials.length === 0) return <p className="soft">{t('materials.empty')}</p>;
  return (
    <div className="checklist">
      <div className="checklist-head">
        <span className="number soft">
          {t('materials.receivedOf', { received, total: materials.length })}
        </span>
        {onReceiveAll && actions && received < materials.length && (
          <Button size="small" onClick={onReceiveAll}>
            {t('materials.allReceived')}
          </Button>
        )}
      </div>
      <ul>
        {materials.map((material) => (
          <MaterialRow
            key={material.position}
            material={material}
            staged={staged.filter((one) => one.position === material.position)}
            actions={actions}
          />
        ))}
      </ul>
    </div>
  );
}
