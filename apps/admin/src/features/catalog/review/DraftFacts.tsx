import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../../ui/Facts';
import { Panel } from '../../../ui/Panel';
import { stamp } from '../../../ui/time';
import type { Draft } from '../api/change-draft';

export function DraftFacts({ draft, onComments }: { draft: Draft; onComments: () => void }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('listing.drafts')}>
      <Facts
        facts={[
          [t('drafts.reviewer'), draft.reviewUnitName ?? t('drafts.noReviewer')],
          [t('drafts.updated'), stamp(draft.updatedAt)],
        ]}
      />
      <p className="panel-actions">
        {draft.inForceId && (
          <Link to={`/catalog/compare?from=${draft.inForceId}&to=${draft.id}`}>
            <Button>{t('draft.compareInForce')}</Button>
          </Link>
        )}
        <Button onClick={onComments}>{t('comments.all', { count: draft.comments.length })}</Button>
      </p>
    </Panel>
  );
}
