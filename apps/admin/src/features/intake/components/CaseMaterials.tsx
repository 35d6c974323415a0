import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../../ui/problem';
import { QueryView } from '../../../ui/QueryView';
import { materialsQuery } from '../api/materials';
import { useReceiveMaterial } from '../api/receive-material';
import { caseRows } from '../row-materials';
import type { useStagedFiles } from '../use-staged-files';
import { Checklist } from './Checklist';
import type { RowActions } from './MaterialRow';

interface Props {
  caseId: string;
  files: ReturnType<typeof useStagedFiles>;
}

/** The checklist of a registered case: ticked, attached and read in place. */
export function CaseMaterials({ caseId, files }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const materials = useQuery(materialsQuery(caseId));
  const receive = useReceiveMaterial(caseId);
  const tick = (position: number, received: boolean) =>
    receive.mutate(
      { position, received },
      { onError: (error) => void message.error(sentenceOf(error, t)) },
    );
  const actions: RowActions = {
    onReceive: tick,
    onAttach: (position, file) => void files.send(caseId, files.stage(position, file)),
    onRemove: files.remove,
    onRetry: (file) => void files.send(caseId, file),
  };
  return (
    <QueryView query={materials} rows={5}>
      {({ items, missing, mayReceive }) => (
        <>
          <Checklist
            materials={caseRows(caseId, items)}
            staged={files.staged}
            actions={mayReceive ? actions : undefined}
          />
          {mayReceive && items.length > 0 && (
            <p
              className={missing.length > 0 ? 'materials-missing' : 'materials-complete'}
              role="status"
            >
              {missing.length > 0
                ? t('materials.missing', { names: missing.join('、') })
                : t('materials.complete')}
            </p>
          )}
        </>
      )}
    </QueryView>
  );
}
