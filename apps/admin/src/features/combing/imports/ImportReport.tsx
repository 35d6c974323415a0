import { DownloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Alert, App, Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CellProblems } from '../../../ui/CellProblems';
import { QueryView } from '../../../ui/QueryView';
import { importQuery, returnedSheetAddress, useCancelImport } from '../api/imports';
import { ImportOutcome } from './ImportOutcome';
import { ImportState } from './ImportState';
import './imports.css';

type Import = Dto<'ImportDto'>;

/** How an import stands: progress while it runs, then what it came to. */
export function ImportReport({ id }: { id: string }) {
  const found = useQuery(importQuery(id));
  useListsAnew(found.data);
  return (
    <QueryView query={found} rows={4}>
      {(data) => (
        <div className="import-report">
          <ImportProgress data={data} />
          {data.refusalTitle && <Alert type="error" showIcon title={data.refusalTitle} />}
          {data.problemCount > 0 && <ImportProblems data={data} />}
          {data.outcome && <ImportOutcome outcome={data.outcome} dryRun={data.dryRun} />}
        </div>
      )}
    </QueryView>
  );
}

/** The list that has just been replaced is looked at anew wherever it is shown. */
function useListsAnew(data: Import | undefined): void {
  const client = useQueryClient();
  const isReplaced = data?.state === 'DONE' && !data.dryRun;
  useEffect(() => {
    if (!isReplaced) return;
    for (const part of ['matrix', 'cell', 'unsettled']) {
      void client.invalidateQueries({ queryKey: ['combing', part] });
    }
  }, [client, isReplaced]);
}

/** Reading, matching and writing count alike; a dry run writes nothing. */
function shareOf({ state, rowsRead, rowsMatched, rowsWritten, dryRun }: Import): number {
  if (state === 'DONE') return 100;
  if (rowsRead === 0) return 5;
  const steps = dryRun ? [rowsMatched] : [rowsMatched, rowsWritten];
  const done = steps.reduce((sum, rows) => sum + rows / rowsRead, 1);
  return Math.round((done / (steps.length + 1)) * 100);
}

function ImportProgress({ data }: { data: Import }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cancel = useCancelImport(data.id);
  const rows = { read: data.rowsRead, matched: data.rowsMatched, written: data.rowsWritten };
  const isOpen = data.state === 'WAITING' || data.state === 'RUNNING';
  return (
    <div role="status">
      <p className="import-line">
        <ImportState state={data.state} />
        <span className="number">{t('listImport.rows', rows)}</span>
        {data.mayCancel && (
          <Button
            size="small"
            loading={cancel.isPending}
            onClick={() =>
              cancel.mutate(undefined, {
                onSuccess: () => void message.info(t('listImport.cancelled')),
              })
            }
          >
            {t('listImport.cancel')}
          </Button>
        )}
      </p>
      {isOpen && <Progress percent={shareOf(data)} aria-label={t('listImport.progress')} />}
    </div>
  );
}

function ImportProblems({ data }: { data: Import }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="import-title">{t('listImport.problems', { count: data.problemCount })}</h3>
      <p className="soft">{t('listImport.problemsNote')}</p>
      <p className="panel-actions">
        <Button
          icon={<DownloadOutlined aria-hidden />}
          href={returnedSheetAddress(data.id)}
          download
        >
          {t('listImport.returned')}
        </Button>
      </p>
      <CellProblems problems={data.problems} count={data.problemCount} />
    </section>
  );
}
