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
              <PartView part={part} standard={standard} {...(beside ? { beside } : {})} />
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
      return <TextList list="conditions" texts={standard.conditions} beside={beside} />;
    case 'steps':
      return <StepsView standard={standard} beside={beside} />;
    case 'materials':
      return <MaterialsView materials={standard.materials} beside={beside} />;
    case 'specialProcedures':
      return <ProceduresView procedures={standard.specialProcedures} beside={beside} />;
    case 'legalBases':
      return (
        <TextList
          list="legalBases"
          beside={beside}
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
              {/* A section of one element alone has it in its head. */}
              {PARTS[part].length > 1 && beside?.(field)}
            </span>,
          ])}
        />
      );
  }
}

interface ListProps {
  list: string;
  texts: readonly string[];
  beside: Props['beside'] | undefined;
}

function TextList({ list, texts, beside }: ListProps) {
  if (texts.length === 0) return <Unsaid />;
  return (
    <ol className="standard-list">
      {texts.map((text, index) => (
        <li key={`${index}-${text}`}>
          {text} {beside?.(`${list}.${index}`)}
        </li>
      ))}
    </ol>
  );
}
