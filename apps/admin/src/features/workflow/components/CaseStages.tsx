import type { Dto } from '@yikou/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import './stages.css';

/** The way of the case, with the unit and level of each stage. */
export function CaseStages({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const { stages, tasks } = subject;
  return (
    <ol className="stages">
      {stages.map(({ index, name, level, unitName, days, progress, parallelGroup }) => (
        <li
          key={index}
          data-progress={progress}
          aria-current={progress === 'CURRENT' ? 'step' : undefined}
        >
          <span className="stage-mark" aria-hidden>
            {progress === 'DONE' ? '✓' : index + 1}
          </span>
          <div>
            <p className="stage-name">{name}</p>
            <p className="stage-facts">
              {unitName} · {t(`level.${level}`)}
              {parallelGroup && ` · ${t('case.parallel')}`}
              {days > 0 && ` · ${t('case.stageDays', { count: days })}`}
            </p>
            {tasks
              .filter(({ stageIndex }) => stageIndex === index)
              .map((task) => (
                <p key={task.id} className="stage-facts">
                  {holderWords(task, t)}
                </p>
              ))}
            <span className="sr-only">{t(`stageProgress.${progress}`)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

function holderWords({ assigneeName, assigneeGone }: Dto<'TaskDto'>, t: TFunction): string {
  if (!assigneeName) return t('case.unclaimed');
  return t(assigneeGone ? 'case.assigneeGone' : 'case.assignee', { name: assigneeName });
}
