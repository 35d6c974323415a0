import { PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataList } from '../../ui/DataList';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { QueryView } from '../../ui/QueryView';
import { homeVisitsQuery } from './api';
import { useHomeVisitColumns, type VisitStep } from './home-visit-columns';
import { AssignDialog, EndDialog, RequestDialog } from './HomeVisitDialogs';
import { RegisterVisitDialog } from './RegisterVisitDialog';
import './visits.css';

type Row = Dto<'HomeVisitDto'>;
const STATES = ['REQUESTED', 'ASSIGNED', 'DONE', 'NOT_MET', 'CANCELLED'] as const;

interface Props {
  unitId: string;
  /** Arranges and visits; a guide only takes the request down. */
  mayArrange: boolean;
  /** Who is to be visited, which the intake knows how to ask. */
  applicantFields: ReactNode;
}

/** R66: who is visited at home. */
export function HomeVisits({ unitId, mayArrange, applicantFields }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [state, setState] = useState<Row['state']>();
  const [asking, setAsking] = useState(false);
  const [step, setStep] = useState<{ does: VisitStep; row: Row }>();
  const query = useInfiniteQuery(homeVisitsQuery({ state }));
  const columns = useHomeVisitColumns(mayArrange, (does, row) => setStep({ does, row }));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => setStep(undefined);
  return (
    <>
      <div className="visit-bar">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('visits.requestVisit')}
        </Button>
        {mayArrange && (
          <Button
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => void navigate('/visits/route')}
          >
            {t('visits.route')}
          </Button>
        )}
        <Select<Row['state']>
          allowClear
          aria-label={t('visits.state')}
          placeholder={t('visits.anyState')}
          value={state}
          onChange={(value) => setState(value)}
          options={STATES.map((value) => ({ value, label: t(`visits.visitStates.${value}`) }))}
        />
      </div>
      <QueryView query={query} rows={6}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('visits.noVisits')} hint={t('visits.noVisitsHint')} />
          ) : (
            <>
              <DataList
                label={t('visits.homeVisits')}
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
              />
              <LoadMore
                shown={rows.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          )
        }
      </QueryView>
      {asking && (
        <RequestDialog
          unitId={unitId}
          applicantFields={applicantFields}
          onClose={() => setAsking(false)}
        />
      )}
      {step?.does === 'assign' && <AssignDialog row={step.row} onClose={close} />}
      {step?.does === 'end' && <EndDialog row={step.row} onClose={close} />}
      {step?.does === 'register' && (
        <RegisterVisitDialog kind="home-visits" {...step.row} onClose={close} />
      )}
    </>
  );
}
