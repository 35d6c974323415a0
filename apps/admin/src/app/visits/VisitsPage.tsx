import { useQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { Tabs } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AppointmentDay } from '../../features/appointments/AppointmentDay';
import { HomeVisits } from '../../features/appointments/HomeVisits';
import { Preregistrations } from '../../features/appointments/Preregistrations';
import { meQuery } from '../../features/identity/api/me';
import { ApplicantFields } from '../../features/intake/components/ApplicantFields';
import { PageHead } from '../../ui/PageHead';

const VIEWS = ['day', 'sent', 'home'] as const;

/** R66, R67, R71: who comes by appointment, who sent data ahead, who is visited at home. */
export function VisitsPage() {
  const { t } = useTranslation();
  const nameRef = useRef<InputRef>(null);
  const [search, setSearch] = useSearchParams();
  const { data: account } = useQuery(meQuery);
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'day';
  if (!account) return null;
  const can = (action: (typeof account.actions)[number]) => account.actions.includes(action);
  return (
    <div className="page">
      <PageHead title={t('visits.title')} note={t('visits.intro')} />
      <section className="panel">
        <Tabs
          className="panel-tabs"
          activeKey={view}
          onChange={(key) => setSearch({ view: key }, { replace: true })}
          items={VIEWS.map((key) => ({ key, label: t(`visits.views.${key}`) }))}
        />
        {view === 'day' && <AppointmentDay maySet={can('appointment.set')} />}
        {view === 'sent' && <Preregistrations />}
        {view === 'home' && (
          <HomeVisits
            unitId={account.unit.id}
            mayArrange={can('homeVisit.assign')}
            applicantFields={<ApplicantFields nameRef={nameRef} />}
          />
        )}
      </section>
    </div>
  );
}
