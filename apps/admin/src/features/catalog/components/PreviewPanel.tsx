import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Provisional } from '../../../ui/DueWords';
import { clockLimitWords } from '../../../ui/limit-words';
import { QueryView } from '../../../ui/QueryView';
import { PathTag } from '../../../ui/Tags';
import { closingWords } from '../../../ui/time';
import { previewQuery } from '../api/preview';
import './preview.css';

/** What would happen if the case were accepted now: path, stages, limits, due dates. */
export function PreviewPanel({ code }: { code: string }) {
  const { t } = useTranslation();
  const preview = useQuery(previewQuery(code));
  return (
    <QueryView query={preview} rows={7}>
      {({ path, limits, stages, because }) => (
        <div className="preview">
          <p className="preview-path">
            <PathTag path={path} />
            <span className="soft">{t(`pathNote.${path}`)}</span>
          </p>
          {because && <Alert type="info" showIcon title={t(`sectionReason.${because}`)} />}
          <h3>{t('preview.ifNow')}</h3>
          <ul className="preview-limits">
            {limits.map((limit) => (
              <Limit key={limit.kind} limit={limit} />
            ))}
          </ul>
          <h3>{t('preview.stages')}</h3>
          <ol className="preview-stages">
            {stages.map((stage, index) => (
              <Stage key={`${index}-${stage.name}`} stage={stage} />
            ))}
          </ol>
        </div>
      )}
    </QueryView>
  );
}

function Limit({ limit }: { limit: Dto<'PreviewLimitDto'> }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <span className="soft">
        {t(`deadlineKind.${limit.kind}`)} · {clockLimitWords(limit.amount, limit.unit, t)}
      </span>
      <strong className="number">{closingWords(limit.dueAt, i18n.language)}</strong>
      {limit.provisional && <Provisional />}
    </li>
  );
}

function Stage({ stage }: { stage: Dto<'PreviewStageDto'> }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <span className="preview-stage-name">{stage.name}</span>
      <span className="preview-stage-facts">
        <span>{stage.unitName}</span>
        {stage.dueAt && (
          <span className="number">
            {t('preview.dueBy', { due: closingWords(stage.dueAt, i18n.language) })}
          </span>
        )}
      </span>
    </li>
  );
}
