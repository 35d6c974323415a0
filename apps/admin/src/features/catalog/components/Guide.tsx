import type { Dto } from '@yikou/api-client';
import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import './guide.css';
import { GuideFacts } from './GuideFacts';
import { GuideMaterials } from './GuideMaterials';
import { GuidePlaces } from './GuidePlaces';
import { GuideSteps } from './GuideSteps';

/** Everything that an applicant should know before coming, and what is illustrative about it. */
export function Guide({ item }: { item: Dto<'ItemDto'> }) {
  const { t } = useTranslation();
  return (
    <>
      {item.note && (
        <Alert
          type="info"
          showIcon
          title={`${t('guide.note')} · ${confidenceWords(item.confidence, t)}`}
          description={
            <>
              <p>{item.note}</p>
              <p className="soft">
                {t('guide.source')}：{item.source}
              </p>
            </>
          }
        />
      )}
      <GuideFacts item={item} />
      {item.conditions.length > 0 && (
        <Panel title={t('guide.conditions')}>
          <ol className="guide-list">
            {item.conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ol>
        </Panel>
      )}
      <GuideMaterials materials={item.materials} />
      <GuideSteps item={item} />
      {item.legalBasis.length > 0 && (
        <Panel title={t('guide.basis')}>
          <ol className="guide-list">
            {item.legalBasis.map(({ title, article }) => (
              <li key={title + article}>
                {title} {article}
              </li>
            ))}
          </ol>
        </Panel>
      )}
      <GuidePlaces units={item.offeredBy} />
    </>
  );
}

function confidenceWords(confidence: string, t: TFunction): string {
  return t(
    confidence === 'PARTLY_CONFIRMED' ? 'confidence.PARTLY_CONFIRMED' : 'confidence.FROM_MEMORY',
  );
}
