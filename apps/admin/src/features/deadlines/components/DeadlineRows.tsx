import type { Dto } from '@yikou/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueWords } from '../../../ui/DueWords';
import { clockLimitWords } from '../../../ui/limit-words';
import './clock-panel.css';
import { ExplainDrawer } from './ExplainDrawer';

/** Every clock that the case has or had. */
export function DeadlineRows({ deadlines }: { deadlines: Dto<'DeadlineDto'>[] }) {
  const { t } = useTranslation();
  const [explained, setExplained] = useState<Dto<'DeadlineDto'>>();
  if (deadlines.length === 0) return <p className="soft">{t('clock.none')}</p>;
  return (
    <>
      <ul className="deadline-rows">
        {deadlines.map((deadline) => (
          <li key={deadline.id}>
            <span className="deadline-rows-head">
              <span>
                {t(`deadlineKind.${deadline.kind}`)} ·{' '}
                {clockLimitWords(deadline.limitAmount, deadline.limitUnit, t)}
              </span>
              {deadline.limitUnit !== 'MINUTE' && (
                <Button type="link" size="small" onClick={() => setExplained(deadline)}>
                  {t('clock.explain')}
                </Button>
              )}
            </span>
            <DueWords deadline={deadline} withLight />
            <span className="cell-sub">{deadline.ownerUnitName}</span>
          </li>
        ))}
      </ul>
      {explained && <ExplainDrawer deadline={explained} onClose={() => setExplained(undefined)} />}
    </>
  );
}
