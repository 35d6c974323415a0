import { SaveOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/Kbd';
import { Panel } from '../../../ui/Panel';
import type { Draft } from '../api/change-draft';
import { CommentPanel } from '../review/Comments';
import { DraftFacts } from '../review/DraftFacts';
import { DraftHead } from '../review/DraftHead';
import { DraftVerbs } from '../review/DraftVerbs';
import '../standard/standard.css';
import { CompletenessPanel } from './CompletenessPanel';
import { EditorContext } from './editor-context';
import { EditorParts } from './EditorParts';
import { valuesOf, type FormValues } from './form-values';
import { jumpTo } from './jump';
import { LeaveGuard } from './LeaveGuard';
import { StaleDialog } from './StaleDialog';
import { useDraftForm } from './use-draft-form';

interface Props {
  draft: Draft;
  /** Where the department that reviews it is chosen; the organisation knows the units. */
  reviewUnitField: ReactNode;
  unsaved: boolean;
  setUnsaved: (unsaved: boolean) => void;
}

/** A version in the making, to be written: saved with the button or Ctrl+S, judged by the server. */
export function DraftEditor({ draft, reviewUnitField, unsaved, setUnsaved }: Props) {
  const { t } = useTranslation();
  const [field, setField] = useState<string>();
  const held = useDraftForm({ draft, unsaved, setUnsaved });
  const { form, save, saving } = held;
  const [initial] = useState(() => valuesOf(draft));
  useSaveKey(() => void save());
  const said = useMemo(
    () => ({ problems: draft.problems, comments: draft.comments, openComments: setField }),
    [draft.problems, draft.comments],
  );
  return (
    <EditorContext value={said}>
      <DraftHead draft={draft} actions={<DraftVerbs draft={draft} unsaved={unsaved} />} />
      <Form<FormValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="editor"
        initialValues={initial}
        onValuesChange={held.changed}
      >
        <div className="catalog-columns">
          <div className="standard">
            <EditorParts />
            <div className="editor-foot">
              <span role="status" className="soft">
                {t(unsaved ? 'draft.unsaved' : 'draft.allSaved')}
              </span>
              <Button
                type="primary"
                icon={<SaveOutlined aria-hidden />}
                disabled={!unsaved}
                loading={saving}
                onClick={() => void save()}
              >
                {t('draft.save')}
                <Kbd>Ctrl+S</Kbd>
              </Button>
            </div>
          </div>
          <aside className="catalog-side">
            <CompletenessPanel draft={draft} onJump={jumpTo} unsaved={unsaved} />
            <Panel title={t('draft.reviewUnit')}>
              <Form.Item name="reviewUnitId" extra={t('draft.reviewUnitNote')}>
                {reviewUnitField}
              </Form.Item>
            </Panel>
            <DraftFacts draft={draft} onComments={() => setField('*')} />
          </aside>
        </div>
      </Form>
      {field && <CommentPanel draft={draft} field={field} onClose={() => setField(undefined)} />}
      {held.stale && (
        <StaleDialog
          stale={held.stale}
          onKeep={held.keepMine}
          onDrop={held.dropMine}
          onLater={held.later}
        />
      )}
      <LeaveGuard unsaved={unsaved} />
    </EditorContext>
  );
}

/** Ctrl+S (⌘S) wherever the cursor is. */
function useSaveKey(save: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
