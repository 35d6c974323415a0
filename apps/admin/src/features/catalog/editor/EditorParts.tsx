import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import { CommentButton, commentsOn } from '../review/Comments';
import { anchorOf, PART_NAMES, PARTS, type Part } from '../standard/parts';
import { fieldWords } from '../standard/words';
import { EditorContext } from './editor-context';
import { MaterialRows } from './MaterialRows';
import {
  DeliveryField,
  FeeFields,
  IdentityFields,
  KindFields,
  LimitFields,
  NoteFields,
  PathFields,
  PlaceFields,
} from './PlainFields';
import { ProcedureRows } from './ProcedureRows';
import { StepRows } from './StepRows';
import { LegalBasisRows, TextRows } from './TextRows';

/** The sections of the standard in their order, each to be filled in. */
export function EditorParts() {
  const { t } = useTranslation();
  const { comments, openComments } = use(EditorContext);
  return (
    <div className="standard">
      {PART_NAMES.map((part) => {
        const [first, ...others] = PARTS[part];
        return (
          <div key={part} id={anchorOf(part)} className="standard-part">
            <Panel
              title={t(`standardPart.${part}`)}
              extra={
                others.length === 0 && (
                  <CommentButton
                    field={first}
                    count={commentsOn(comments, first).length}
                    onOpen={openComments}
                  />
                )
              }
            >
              <PartFields part={part} />
            </Panel>
          </div>
        );
      })}
    </div>
  );
}

function PartFields({ part }: { part: Part }) {
  const { t } = useTranslation();
  switch (part) {
    case 'identity':
      return <IdentityFields />;
    case 'kind':
      return <KindFields />;
    case 'path':
      return <PathFields />;
    case 'conditions':
      return <TextRows list="conditions" />;
    case 'steps':
      return <StepRows />;
    case 'materials':
      return <MaterialRows />;
    case 'limits':
      return <LimitFields />;
    case 'specialProcedures':
      return <ProcedureRows />;
    case 'fee':
      return <FeeFields />;
    case 'legalBases':
      return <LegalBasisRows />;
    case 'result':
      return (
        <>
          <h3 className="complete-head">{fieldWords('resultDocuments', t)}</h3>
          <TextRows list="resultDocuments" />
          <DeliveryField />
        </>
      );
    case 'place':
      return <PlaceFields />;
    case 'notes':
      return <NoteFields />;
  }
}
