import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import type { Draft } from '../api/change-draft';
import { vocabularyQuery } from '../api/vocabulary';
import { fieldWords } from '../standard/words';
import './completeness.css';

interface Props {
  draft: Draft;
  /** Leads to the field that a problem names. */
  onJump: (field: string) => void;
  /** Something was typed that the server has not judged yet. */
  unsaved?: boolean;
}

const PERCENT = 100;

/** How much of the standard is said, and everything that publishing would refuse. */
export function CompletenessPanel({ draft, onJump, unsaved = false }: Props) {
  const { t } = useTranslation();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const elements = vocabulary?.elements ?? [];
  const { problems, completeness } = draft;
  const isMandatory = (field: string) =>
    elements.some(
      (one) => one.mandatoryByR33 && (field === one.field || field.startsWith(`${one.field}.`)),
    );
  return (
    <Panel title={t('draft.complete')}>
      <Progress
        percent={Math.floor(completeness * PERCENT)}
        status={problems.length === 0 ? 'success' : 'normal'}
        aria-label={t('draft.complete')}
      />
      {elements.length > 0 && (
        <p className="soft">
          {t('draft.completeWords', {
            said: Math.round(completeness * elements.length),
            all: elements.length,
          })}
        </p>
      )}
      {problems.length === 0 ? (
        <p className="complete-ready">{t('draft.ready')}</p>
      ) : (
        <>
          <h3 className="complete-head">{t('draft.problems', { count: problems.length })}</h3>
          <ul className="complete-problems">
            {problems.map(({ field, code, title }) => (
              <li key={`${field} ${code}`}>
                <button type="button" onClick={() => onJump(field)}>
                  <strong>{fieldWords(field, t)}</strong>
                  {isMandatory(field) && (
                    <span className="tag" data-tone="care" title={t('draft.mandatoryNote')}>
                      {t('draft.mandatory')}
                    </span>
                  )}
                  <span>{title}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {unsaved && <p className="soft">{t('draft.problemsAsSaved')}</p>}
    </Panel>
  );
}
