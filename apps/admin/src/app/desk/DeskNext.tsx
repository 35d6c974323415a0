import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PreviewPanel } from '../../features/catalog/components/PreviewPanel';
import { caseQuery } from '../../features/workflow/api/case';
import { EmptyState } from '../../ui/EmptyState';
import { QueryView } from '../../ui/QueryView';
import { DeskCase } from './DeskCase';

interface Props {
  itemCode: string | undefined;
  caseId: string | undefined;
  /** Who stands at the counter: proposed as the receiver. */
  receiver: string | undefined;
  onNext: () => void;
}

/** Before registration what would happen; afterwards what can be done. */
export function DeskNext({ itemCode, caseId, receiver, onNext }: Props) {
  const { t } = useTranslation();
  if (caseId) return <Opened caseId={caseId} receiver={receiver} onNext={onNext} />;
  if (!itemCode)
    return <EmptyState title={t('preview.emptyTitle')} hint={t('preview.emptyHint')} />;
  return (
    <div className="desk-scroll panel-body">
      <PreviewPanel code={itemCode} />
    </div>
  );
}

function Opened({
  caseId,
  receiver,
  onNext,
}: Pick<Props, 'receiver' | 'onNext'> & { caseId: string }) {
  const subject = useQuery(caseQuery(caseId));
  return (
    <div className="desk-scroll panel-body">
      <QueryView query={subject} rows={8}>
        {(data) => <DeskCase subject={data} receiver={receiver} onNext={onNext} />}
      </QueryView>
    </div>
  );
}
