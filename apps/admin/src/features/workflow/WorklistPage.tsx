import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead';
import { TASK_VIEWS } from './api/tasks';
import { TaskList } from './components/TaskList';

export function WorklistPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = TASK_VIEWS.find((one) => one === search.get('show')) ?? 'OPEN';
  return (
    <div className="page">
      <PageHead title={t('worklist.title')} />
      <section className="panel">
        <Tabs
          className="panel-tabs"
          activeKey={view}
          onChange={(show) => setSearch({ show }, { replace: true })}
          items={TASK_VIEWS.map((key) => ({ key, label: t(`worklist.${key}`) }))}
        />
        <TaskList view={view} />
      </section>
    </div>
  );
}
