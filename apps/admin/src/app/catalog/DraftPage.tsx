import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useState } from 'react';
import { useParams } from 'react-router';
import { draftQuery } from '../../features/catalog/api/drafts';
import { DraftEditor } from '../../features/catalog/editor/DraftEditor';
import { DraftReading } from '../../features/catalog/review/DraftReading';
import { DepartmentSelect } from '../../features/organisation/components/DepartmentSelect';
import { QueryView } from '../../ui/QueryView';

/** A version in the making: to be written by who may, to be read and judged by the others. */
export function DraftPage() {
  const { id = '' } = useParams();
  const draft = useQuery(draftQuery(id));
  return (
    <div className="page">
      <QueryView query={draft} rows={14}>
        {(data) => <DraftDesk key={data.id} draft={data} />}
      </QueryView>
    </div>
  );
}

function DraftDesk({ draft }: { draft: Dto<'DraftDto'> }) {
  const [unsaved, setUnsaved] = useState(false);
  // What was typed stays in sight also when somebody else has just taken the version out of hand.
  if (!unsaved && !draft.allowedActions.includes('edit')) return <DraftReading draft={draft} />;
  return (
    <DraftEditor
      draft={draft}
      unsaved={unsaved}
      setUnsaved={setUnsaved}
      reviewUnitField={<DepartmentSelect />}
    />
  );
}
