import { useState } from 'react';
import type { Draft } from '../api/change-draft';
import { CompletenessPanel } from '../editor/CompletenessPanel';
import { anchorOf, partOf } from '../standard/parts';
import { StandardView } from '../standard/StandardView';
import { CommentButton, CommentPanel, commentsOn } from './Comments';
import { DraftFacts } from './DraftFacts';
import { DraftHead } from './DraftHead';
import { DraftVerbs } from './DraftVerbs';

/** A version to be judged: read, commented section by section, compared, and carried on or sent back. */
export function DraftReading({ draft }: { draft: Draft }) {
  const [field, setField] = useState<string>();
  const jump = (path: string) =>
    document.getElementById(anchorOf(partOf(path)))?.scrollIntoView({ block: 'start' });
  return (
    <>
      <DraftHead draft={draft} actions={<DraftVerbs draft={draft} />} />
      <div className="catalog-columns">
        <StandardView
          standard={draft.standard}
          beside={(field) => (
            <CommentButton
              field={field}
              count={commentsOn(draft.comments, field).length}
              onOpen={setField}
            />
          )}
        />
        <aside className="catalog-side">
          <CompletenessPanel draft={draft} onJump={jump} />
          <DraftFacts draft={draft} onComments={() => setField('*')} />
        </aside>
      </div>
      {field && <CommentPanel draft={draft} field={field} onClose={() => setField(undefined)} />}
    </>
  );
}
