import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { limitWords } from '../../../ui/limit-words';
import { Panel } from '../../../ui/Panel';

export function GuideSteps({ item }: { item: Dto<'ItemDto'> }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('guide.steps')}>
      <ol className="guide-steps">
        {item.steps.map(({ name, days }, index) => (
          <li key={name}>
            <span className="guide-step-number">{index + 1}</span>
            <span>
              {name}
              {days > 0 && <small className="soft"> {limitWords(days, item.dayUnit, t)}</small>}
            </span>
          </li>
        ))}
      </ol>
      {item.specialProcedures.length > 0 && (
        <div className="guide-special">
          <h3>{t('guide.special')}</h3>
          <ul>
            {item.specialProcedures.map(({ kind, name, days, unit, countsInLimit }) => (
              <li key={kind + name}>
                {name}：
                {limitWords(days, unit === 'CALENDAR_DAY' ? 'CALENDAR_DAY' : 'WORKING_DAY', t)}（
                {t(countsInLimit ? 'guide.countsIn' : 'guide.countsOut')}）
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
