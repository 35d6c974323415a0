import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CaseClockPanel } from '../../features/deadlines/components/CaseClockPanel';
import { DeadlineRows } from '../../features/deadlines/components/DeadlineRows';
import { caseQuery } from '../../features/workflow/api/case';
import { CaseFacts } from '../../features/workflow/components/CaseFacts';
import { Helps, Suspensions } from '../../features/workflow/components/CaseHistory';
import { CaseStages } from '../../features/workflow/components/CaseStages';
import { CaseTimeline } from '../../features/workflow/components/CaseTimeline';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { QueryView } from '../../ui/QueryView';
import { PathTag, StateTag } from '../../ui/Tags';
import './case.css';
import { CaseSide } from './CaseSide';

export function CasePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(caseQuery(id));
  return (
    <div className="page">
      <QueryView query={query} rows={12}>
        {(subject) => (
          <>
            <PageHead
              title={subject.itemName}
              beside={
                <>
                  <StateTag state={subject.state} />
                  <PathTag path={subject.path} />
                </>
              }
              note={
                <Typography.Text
                  type="secondary"
                  className="number"
                  copyable={{ text: subject.number, tooltips: [t('case.copyNumber'), null] }}
                >
                  {t('case.number')} {subject.number}
                </Typography.Text>
              }
              crumbs={[{ label: t('cases.title'), to: '/cases' }, { label: t('case.title') }]}
              actions={
                <Link to={`/cases/${id}/receipt`} target="_blank">
                  <Button icon={<PrinterOutlined />}>{t('case.receipt')}</Button>
                </Link>
              }
            />
            <CaseClockPanel
              deadlines={subject.deadlines}
              receiptAt={subject.receiptAt}
              decidedAt={subject.decidedAt}
            />
            <div className="case-columns">
              <div className="case-main">
                <div>
                  <Panel title={t('case.stages')}>
                    <CaseStages subject={subject} />
                  </Panel>
                  {subject.specialProcedures.length > 0 && (
                    <Panel title={t('case.suspensions')}>
                      <Suspensions subject={subject} />
                    </Panel>
                  )}
                  {subject.helps.length > 0 && (
                    <Panel title={t('case.helps')}>
                      <Helps subject={subject} />
                    </Panel>
                  )}
                  <Panel title={t('case.deadlines')}>
                    <DeadlineRows deadlines={subject.deadlines} />
                  </Panel>
                </div>
                <div>
                  <Panel title={t('case.timeline')}>
                    <CaseTimeline subject={subject} />
                  </Panel>
                  <Panel title={t('case.summary')}>
                    <CaseFacts subject={subject} />
                  </Panel>
                </div>
              </div>
              <CaseSide subject={subject} />
            </div>
          </>
        )}
      </QueryView>
    </div>
  );
}
