import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { vocabularyQuery } from './api/vocabulary';
import { ComposeDialog } from './browse/ComposeDialog';
import { ImportDraftsDrawer } from './browse/ImportDraftsDrawer';
import { CatalogTabs } from './components/CatalogTabs';
import { DraftList } from './review/DraftList';
import './review/stages.css';

/** What waits for the person first; then stage by stage. */
const STATES = ['DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED'] as const;
type Shown = 'waiting' | 'all' | (typeof STATES)[number];

interface Props {
  /** Chooses the department that reviews an imported book, which the organisation knows. */
  reviewerField: ReactNode;
}

export function DraftsPage({ reviewerField }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [composing, setComposing] = useState(false);
  const [importing, setImporting] = useState(false);
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const mayCompose = vocabulary?.allowedActions.includes('compose') ?? false;
  const asked = search.get('show');
  const state = STATES.find((one) => one === asked);
  const shown: Shown = state ?? (asked === 'all' ? 'all' : 'waiting');
  return (
    <div className="page">
      <PageHead
        title={t('drafts.title')}
        note={t('drafts.intro')}
        actions={
          mayCompose && (
            <>
              <Button icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(true)}>
                {t('draftImport.title')}
              </Button>
              <Button
                type="primary"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => setComposing(true)}
              >
                {t('listing.compose')}
              </Button>
            </>
          )
        }
      />
      <CatalogTabs />
      <section className="panel">
        <div className="draft-tabs">
          <Segmented<Shown>
            aria-label={t('drafts.state')}
            value={shown}
            onChange={(show) => setSearch(show === 'waiting' ? {} : { show }, { replace: true })}
            options={[
              { value: 'waiting', label: t('drafts.waiting') },
              { value: 'all', label: t('drafts.all') },
              ...STATES.map((value) => ({ value, label: t(`draftState.${value}`) })),
            ]}
          />
        </div>
        <DraftList
          filter={{ waiting: shown === 'waiting', ...(state ? { state } : {}) }}
          mayCompose={mayCompose}
        />
      </section>
      {importing && (
        <ImportDraftsDrawer reviewerField={reviewerField} onClose={() => setImporting(false)} />
      )}
      {composing && <ComposeDialog onClose={() => setComposing(false)} />}
    </div>
  );
}
