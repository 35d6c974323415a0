import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { ArchiveList } from './ArchiveList';
import { DestructionList } from './DestructionList';
import './archives.css';

const PARTS = ['packages', 'destructions'] as const;

/** R84: packages of closed cases, and what nobody has to keep any longer. */
export function ArchivesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const part = PARTS.find((one) => one === search.get('part')) ?? 'packages';
  return (
    <div className="page">
      <PageHead title={t('archives.title')} note={t('archives.intro')} />
      <section className="panel">
        <Tabs
          className="panel-tabs"
          activeKey={part}
          onChange={(key) => setSearch(key === 'packages' ? {} : { part: key }, { replace: true })}
          items={PARTS.map((key) => ({ key, label: t(`archives.parts.${key}`) }))}
        />
        {part === 'packages' ? <ArchiveList /> : <DestructionList />}
      </section>
    </div>
  );
}
