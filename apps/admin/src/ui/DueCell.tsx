import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { duePhrasesOf } from './due-words';
import { Provisional } from './DueWords';
import { Light } from './Light';
import { useNow } from './use-now';

/** A deadline in a list: light and remaining time, below it the day and which clock it is. */
export function DueCell({ deadline }: { deadline: Dto<'DeadlineDto'> }) {
  const { t, i18n } = useTranslation();
  const { main, closing } = duePhrasesOf(deadline, useNow(), t, i18n.language);
  return (
    <div>
      <div className="due-cell-main" data-light={deadline.light}>
        <Light light={deadline.light} />
        {main}
      </div>
      <div className="due-cell-sub">
        {t(`deadlineKind.${deadline.kind}`)}
        {closing && ` · ${closing} `}
        {deadline.provisional && <Provisional />}
      </div>
    </div>
  );
}
