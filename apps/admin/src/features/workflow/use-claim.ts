import { useQueryClient } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../ui/problem';
import { useAct } from './api/act';
import { caseQuery } from './api/case';

/** Claims from the list: the case is read first, because a verb needs the version that it has now. */
export function useClaim() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const act = useAct();
  const claim = async (row: Dto<'WorklistRowDto'>) => {
    try {
      const { id, version } = await client.query({ ...caseQuery(row.case.id), staleTime: 0 });
      await act.mutateAsync({ verb: 'claim', id, version, input: {} });
      void message.success(t('worklist.claimed', { task: row.taskName }));
    } catch (error) {
      void message.error(sentenceOf(error, t));
      await client.invalidateQueries({ queryKey: ['tasks'] });
    }
  };
  return { claim, claiming: act.isPending ? act.variables.id : undefined };
}
