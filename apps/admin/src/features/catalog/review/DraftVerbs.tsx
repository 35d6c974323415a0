import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftVerb } from '../api/change-draft';
import { DraftVerbDialog } from './DraftVerbDialog';

/** The order of the buttons, the one that carries it on last; which there are, the server says. */
const ORDER: DraftVerb[] = ['discard', 'return', 'submit', 'approve', 'publish'];
const ONWARDS: readonly DraftVerb[] = ['submit', 'approve', 'publish'];

interface Props {
  draft: Draft;
  /** With unsaved changes nothing else can be done with it. */
  unsaved?: boolean;
}

export function DraftVerbs({ draft, unsaved = false }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<DraftVerb>();
  const offered = ORDER.filter((verb) => draft.allowedActions.includes(verb));
  return (
    <>
      {offered.map((verb) => (
        <Button
          key={verb}
          type={ONWARDS.includes(verb) ? 'primary' : 'default'}
          danger={verb === 'discard'}
          disabled={unsaved && verb !== 'discard'}
          title={unsaved && verb !== 'discard' ? t('draft.saveFirst') : undefined}
          onClick={() => setAsking(verb)}
        >
          {t(`draftVerb.${verb}`)}
        </Button>
      ))}
      {asking && (
        <DraftVerbDialog draft={draft} verb={asking} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}
