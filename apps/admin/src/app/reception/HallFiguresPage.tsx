import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../features/identity/api/me';
import { unitsQuery } from '../../features/organisation/api/units';
import { ConsultationFigures } from '../../features/reception/components/ConsultationFigures';
import { QueueFigures } from '../../features/reception/components/QueueFigures';
import '../../features/reception/components/reception.css';
import { DayPicker } from '../../ui/DayPicker';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { dateOf } from '../../ui/time';

const WEEK_MS = 6 * 86_400_000;
const WATCHERS = ['DISTRICT_SUPERVISOR', 'INSPECTOR'];

/** What is asked in the halls, and how long people wait. */
export function HallFiguresPage() {
  const { t } = useTranslation();
  const { data: account } = useQuery(meQuery);
  const [today] = useState(() => new Date());
  const [from, setFrom] = useState(() => dateOf(new Date(today.getTime() - WEEK_MS)));
  const [until, setUntil] = useState(() => dateOf(today));
  const [chosen, setChosen] = useState<string>();
  if (!account) return null;
  const watches = account.roles.some((role) => WATCHERS.includes(role));
  const unitId = watches ? chosen : account.unit.id;
  return (
    <div className="page">
      <PageHead title={t('hallFigures.title')} note={t('hallFigures.intro')} />
      <section className="panel figures-filters" role="search">
        {watches && <HallSelect value={chosen} onChange={setChosen} />}
        <DayPicker
          label={t('hallFigures.from')}
          value={from}
          onChange={(day) => day && setFrom(day)}
        />
        <DayPicker
          label={t('hallFigures.until')}
          value={until}
          onChange={(day) => day && setUntil(day)}
        />
      </section>
      <Panel title={t('hallFigures.consultations')} flush>
        <ConsultationFigures span={{ unitId, from, until }} />
      </Panel>
      <Panel title={t('hallFigures.queue', { day: until })}>
        {unitId ? (
          <QueueFigures unitId={unitId} day={until} />
        ) : (
          <EmptyState title={t('hallFigures.chooseHall')} hint={t('hallFigures.chooseHallHint')} />
        )}
      </Panel>
    </div>
  );
}

interface HallSelectProps {
  value: string | undefined;
  onChange: (unitId: string | undefined) => void;
}

function HallSelect({ value, onChange }: HallSelectProps) {
  const { t } = useTranslation();
  const halls = useQuery(unitsQuery('CENTRE'));
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('hallFigures.hall')}
      placeholder={t('hallFigures.allHalls')}
      value={value}
      onChange={onChange}
      options={halls.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
    />
  );
}
