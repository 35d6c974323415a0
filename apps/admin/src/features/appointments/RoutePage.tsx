import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../ui/DayPicker';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Refused } from '../../ui/Refused';
import { colleaguesQuery, useRoute } from './api';
import './visits.css';

/** R66: the day's way on paper, in order, with whole addresses; asked for each time. */
export function RoutePage() {
  const { t } = useTranslation();
  const [on, setOn] = useState<string>();
  const [assigneeId, setAssignee] = useState<string>();
  const colleagues = useQuery(colleaguesQuery);
  const route = useRoute();
  return (
    <div className="page">
      <PageHead
        title={t('visits.route')}
        crumbs={[
          { label: t('visits.title'), to: '/visits?view=home' },
          { label: t('visits.route') },
        ]}
      />
      <section className="panel">
        <div className="visit-bar no-print">
          <DayPicker label={t('visits.visitOn')} value={on} onChange={setOn} />
          <Select<string>
            allowClear
            aria-label={t('visits.assignee')}
            placeholder={t('visits.everybody')}
            value={assigneeId}
            onChange={(value) => setAssignee(value)}
            options={(colleagues.data?.items ?? []).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
          />
          <Button
            type="primary"
            disabled={!on}
            loading={route.isPending}
            onClick={() => on && route.mutate({ on, ...(assigneeId ? { assigneeId } : {}) })}
          >
            {t('visits.showRoute')}
          </Button>
          {route.data && (
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t('visits.print')}
            </Button>
          )}
        </div>
        <div className="panel-body">
          <Refused error={route.error} />
          {route.data ? (
            <Stops route={route.data} />
          ) : (
            <EmptyState title={t('visits.routeStart')} hint={t('visits.routeHint')} />
          )}
        </div>
      </section>
    </div>
  );
}

function Stops({ route: { on, unitName, stops } }: { route: Dto<'RouteDto'> }) {
  const { t } = useTranslation();
  if (stops.length === 0)
    return <EmptyState title={t('visits.noStops')} hint={t('visits.routeHint')} />;
  return (
    <>
      <Alert className="no-print" type="warning" showIcon title={t('visits.routeClear')} />
      <h2>
        {unitName} {on}
      </h2>
      <ol className="route-list">
        {stops.map((stop) => (
          <li key={stop.id}>
            <strong className="number">{stop.position}</strong>
            <div>
              <p>
                <strong>{stop.name}</strong> <span className="number">{stop.telephone}</span>
              </p>
              <p>{stop.address}</p>
              <p className="soft">
                {stop.itemName} · {t(`visits.reasons.${stop.reason}`)} · {stop.assigneeName}
              </p>
              {stop.note && <p>{stop.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
