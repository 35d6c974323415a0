import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui/Kbd';
import { useHotkeys } from '../../../ui/use-hotkeys';
import type { ActVerb } from '../api/act';
import { OWN_FIELDS, type FieldsByVerb } from '../fields/verb-fields';
import { useCaseVerb } from '../use-case-verb';
import { VerbDialog } from './VerbDialog';
import './verbs.css';

/** The order of the buttons; which of them there are comes from `allowedActions`. */
const FORWARD: ActVerb[] = [
  'accept',
  'supplement',
  'claim',
  'transfer',
  'upload',
  'complete',
  'decide',
  'issue',
  'deliver',
  'resume',
  'archive',
  'requestSupplement',
  'giveHelp',
  'askHelp',
  'reassign',
  'suspend',
  'extend',
];
const ENDING: ActVerb[] = ['returnToCounter', 'recuse', 'refuse', 'withdraw', 'terminate'];

interface Props {
  subject: Dto<'CaseDto'>;
  /** Fields that another part of the house knows, such as the checklist. */
  fields: FieldsByVerb;
  /** Done at once, without asking. */
  immediate?: readonly ActVerb[];
  initial?: Partial<Record<ActVerb, object>>;
  onDone?: (changed: Dto<'CaseDto'>) => void;
}

export function VerbButtons({ subject, fields, immediate = ['claim'], initial, onDone }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<ActVerb>();
  const { perform, verb: doing } = useCaseVerb();
  const allowed = (verb: ActVerb) => subject.allowedActions.includes(verb);
  const forward = FORWARD.filter(allowed);
  const first = forward[0];

  const start = (verb: ActVerb) => {
    if (immediate.includes(verb)) perform({ subject, verb, ...(onDone ? { onDone } : {}) });
    else setAsking(verb);
  };
  useHotkeys(first && !doing ? { F9: () => start(first) } : {});

  const all = { ...OWN_FIELDS, ...fields };
  return (
    <div className="verbs">
      {forward.map((verb) => (
        <Button
          key={verb}
          block
          type={verb === first ? 'primary' : 'default'}
          loading={doing === verb}
          disabled={doing !== undefined && doing !== verb}
          onClick={() => start(verb)}
        >
          {t(`verb.${verb}`)}
          {verb === first && <Kbd>F9</Kbd>}
        </Button>
      ))}
      <div className="verbs-ending">
        {ENDING.filter(allowed).map((verb) => (
          <Button key={verb} danger type="text" onClick={() => start(verb)}>
            {t(`verb.${verb}`)}
          </Button>
        ))}
      </div>
      {asking && (
        <VerbDialog
          key={asking}
          subject={subject}
          verb={asking}
          Fields={all[asking]}
          initial={initial?.[asking]}
          onClose={() => setAsking(undefined)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
