import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import './stages.css';

type Stage = Dto<'ListStage'>;

/** R30: the four stages of building the list, and what they lead to. */
const WAY = ['梳理', '审核', '反馈', '编制', '公布'] as const satisfies readonly Stage[];

export function Stages({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <ol className="list-stages" aria-label={t('stage.label')}>
      {WAY.map((one, index) => (
        <li key={one} aria-current={one === stage ? 'step' : undefined}>
          <span className="list-stage-number" aria-hidden>
            {index + 1}
          </span>
          {t(`stage.${one}`)}
        </li>
      ))}
    </ol>
  );
}
