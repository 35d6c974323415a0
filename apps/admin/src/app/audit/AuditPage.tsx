import { DownloadOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { EntryFilter } from '../../features/audit/api/entries';
import '../../features/audit/components/audit.css';
import { ChainList } from '../../features/audit/components/ChainList';
import { EntryList } from '../../features/audit/components/EntryList';
import { ExportDialog } from '../../features/audit/components/ExportDialog';
import { VerifyPanel } from '../../features/audit/components/VerifyPanel';
import { EveryUnitSelect } from '../../features/organisation/components/EveryUnitSelect';
import { PageHead } from '../../ui/PageHead';

const FIELDS = ['from', 'until', 'action', 'unitId', 'accountId', 'subjectId'] as const;
const VIEWS = ['entries', 'chains'] as const;

export function AuditPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [exporting, setExporting] = useState(false);
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'entries';
  const filter: EntryFilter = Object.fromEntries(
    FIELDS.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const change = (part: EntryFilter) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value);
    setSearch(next, { replace: true });
  };
  const toExport = (
    <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setExporting(true)}>
      {t('auditExport.open')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('audit.title')} note={t('audit.intro')} actions={toExport} />
      {view === 'chains' && <VerifyPanel />}
      <section className="panel">
        <Tabs
          className="panel-tabs"
          activeKey={view}
          onChange={(key) => setSearch(key === 'entries' ? {} : { view: key }, { replace: true })}
          items={VIEWS.map((key) => ({ key, label: t(`audit.${key}`) }))}
        />
        {view === 'entries' ? (
          <EntryList
            filter={filter}
            onChange={change}
            place={
              <EveryUnitSelect
                allowClear
                label={t('audit.unit')}
                placeholder={t('audit.anyUnit')}
                value={filter.unitId}
                onChange={(unitId) => change({ unitId })}
              />
            }
          />
        ) : (
          <>
            <p className="panel-note">{t('chain.intro')}</p>
            <ChainList />
          </>
        )}
      </section>
      {exporting && (
        <ExportDialog from={filter.from} until={filter.until} onClose={() => setExporting(false)} />
      )}
    </div>
  );
}
