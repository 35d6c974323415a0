import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../ui/Facts';
import { Panel } from '../../../ui/Panel';
import { anchorOf, PART_NAMES, PARTS, type Part } from './parts';
import './standard.css';
import { factsOfPart } from './facts-of-part';
import { StepsView } from './StepsView';
import { MaterialsView } from './MaterialsView';
import { ProceduresView } from './ProceduresView';
import { Unsaid } from './Unsaid';
import type { Standard } from './words';

interface Props {
  standard: Standard;
  /** Beside an element, such as what was said about it. */
  beside?: (field: string) => ReactNode;
}

/** Every element of a standard, to be read. */
export function StandardView({ standard, beside }: Props) {
  const { t } = useTranslation();
  return (
    <div className="standard">
      {PART_NAMES.map((part) => {
        const [first, ...others] = PARTS[part];
        return (
          <div key={part} id={anchorOf(part)} className="standard-part">
            <Panel title={t(`standardPart.${part}`)} extra={others.length === 0 && beside?.(first)}>
              <PartView
                part={part}
                standard={standard}
                {...(beside && others.length > 0 ? { beside } : {})}
              />
            </Panel>
          </div>
        );
      })}
    </div>
  );
}

function PartView({ part, standard, beside }: Props & { part: Part }) {
  const { t } = useTranslation();
  switch (part) {
    case 'conditions':
      return <TextList texts={standard.conditions} />;
    case 'steps':
      return <StepsView standard={standard} />;
    case 'materials':
      return <MaterialsView materials={standard.materials} />;
    case 'specialProcedures':
      return <ProceduresView procedures={standard.specialProcedures} />;
    case 'legalBases':
      return (
        <TextList
          texts={standard.legalBases.map(({ title, article }) => `${title} ${article}`.trim())}
        />
      );
    default:
      return (
        <Facts
          facts={factsOfPart(part, standard, t).map(({ field, label, value }) => [
            label,
            <span key={field} className="standard-value">
              {value === '' ? <Unsaid /> : value}
              {beside?.(field)}
            </span>,
          ])}
        />
      );
  }
}

function TextList({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <Unsaid />;
  return (
    <ol className="standard-list">
      {texts.map((text, index) => (
        <li key={`${index}-${text}`}>{text}</li>
      ))}
    </ol>
  );
}
