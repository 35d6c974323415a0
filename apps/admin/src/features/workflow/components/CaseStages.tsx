import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import './stages.css';

/** The way of the case, with the unit and level of each stage. */
export function CaseStages({ subject }: { subject: Dto<'CaseDto'> }) {
  const { t } = useTranslation();
  const { stages, task } = subject;
  return (
    <ol className="stages">
      {stages.map(({ index, name, level, unitName, days, progress }) => (
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
              {days > 0 && ` · ${t('case.stageDays', { count: days })}`}
            </p>
            {progress === 'CURRENT' && task && (
              <p className="stage-facts">
                {task.assigneeName
                  ? t('case.assignee', { name: task.assigneeName })
                  : t('case.unclaimed')}
              </p>
            )}
            <span className="sr-only">{t(`stageProgress.${progress}`)}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
