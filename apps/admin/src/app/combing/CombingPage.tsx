import { UploadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ThemeSelect } from '../../features/catalog/components/ThemeSelect';
import { matrixQuery, type MatrixFilter } from '../../features/combing/api/matrix';
import { AreaSelect } from '../../features/combing/AreaSelect';
import { ImportDrawer } from '../../features/combing/imports/ImportDrawer';
import { ImportList } from '../../features/combing/imports/ImportList';
import { MatrixView } from '../../features/combing/matrix/MatrixView';
import { UnsettledList } from '../../features/combing/unsettled/UnsettledList';
import { PageHead } from '../../ui/PageHead';

const VIEWS = ['matrix', 'imports', 'unsettled'] as const;
const FIELDS = ['level', 'theme', 'area'] as const;

/** Lists of the streets: handed in, settled, and side by side with the standard (R30, R34). */
export function CombingPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [importing, setImporting] = useState<string | null>();
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'matrix';
  const filter = filterOf(search);
  const { data } = useInfiniteQuery(matrixQuery(filter));
  const mayImport = data?.pages[0]?.mayImport ?? false;
  const change = (part: MatrixFilter) => {
    const next = { ...filter, ...part };
    const pairs = FIELDS.flatMap((name) => (next[name] ? [[name, next[name]]] : []));
    setSearch(pairs as [string, string][], { replace: true });
  };
  const toImport = mayImport && (
    <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(null)}>
      {t('combing.import')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('combing.title')} note={t('combing.intro')} actions={toImport} />
      <section className="panel">
        {mayImport && (
          <Tabs
            className="panel-tabs"
            activeKey={view}
            onChange={(key) => setSearch(key === 'matrix' ? {} : { view: key }, { replace: true })}
            items={VIEWS.map((key) => ({ key, label: t(`combing.views.${key}`) }))}
          />
        )}
        {view === 'matrix' && <MatrixFilters filter={filter} onChange={change} />}
        {view === 'matrix' && <MatrixView filter={filter} />}
        {view === 'imports' && <ImportList onOpen={setImporting} />}
        {view === 'unsettled' && <UnsettledList />}
      </section>
      {importing !== undefined && (
        <ImportDrawer importId={importing} onClose={() => setImporting(undefined)} />
      )}
    </div>
  );
}

interface FilterProps {
  filter: MatrixFilter;
  onChange: (part: MatrixFilter) => void;
}

function MatrixFilters({ filter, onChange }: FilterProps) {
  const { t } = useTranslation();
  return (
    <div className="combing-filters" role="search">
      <Select<'STREET' | 'COMMUNITY'>
        allowClear
        aria-label={t('combing.level')}
        placeholder={t('combing.anyLevel')}
        value={filter.level}
        onChange={(level) => onChange({ level })}
        options={(['STREET', 'COMMUNITY'] as const).map((level) => ({
          value: level,
          label: t(`level.${level}`),
        }))}
      />
      <ThemeSelect value={filter.theme} onChange={(theme) => onChange({ theme })} />
      <AreaSelect
        allowClear
        label={t('combing.area')}
        placeholder={t('combing.anyArea')}
        value={filter.area}
        onChange={(area) => onChange({ area })}
      />
    </div>
  );
}

function filterOf(search: URLSearchParams): MatrixFilter {
  const level = search.get('level');
  return {
    level: level === 'STREET' || level === 'COMMUNITY' ? level : undefined,
    theme: search.get('theme') ?? undefined,
    area: search.get('area') ?? undefined,
  };
}
