import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../ui/PageHead';
import type { Draft } from '../api/change-draft';
import { DraftStateTag } from './DraftStateTag';
import { Stages } from './Stages';

interface Props {
  draft: Draft;
  actions: ReactNode;
}

/** Which version of which item, in which of the stages, and why it came back. */
export function DraftHead({ draft, actions }: Props) {
  const { t } = useTranslation();
  const { name, itemCode, number, state, stage, returnReason } = draft;
  return (
    <>
      <PageHead
        title={name || itemCode}
        beside={<DraftStateTag state={state} />}
        note={`${itemCode} · ${t('entry.version', { number })}`}
        crumbs={[
          { label: t('drafts.title'), to: '/catalog/drafts' },
          { label: t('draft.crumb', { number }) },
        ]}
        actions={actions}
      />
      <Stages stage={stage} />
      {returnReason && (
        <Alert type="warning" showIcon title={t('draft.returned')} description={returnReason} />
      )}
    </>
  );
}
