import { SettingOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../ui/DataList';
import { DayPicker } from '../../ui/DayPicker';
import { EmptyState } from '../../ui/EmptyState';
import { LoadMore } from '../../ui/LoadMore';
import { sentenceOf } from '../../ui/problem';
import { QueryView } from '../../ui/QueryView';
import { appointmentDayQuery, useChangeVisits } from './api';
import { useAppointmentColumns } from './appointment-columns';
import { RegisterVisitDialog } from './RegisterVisitDialog';
import { SettingsDialog } from './SettingsDialog';
import './visits.css';

type Row = Dto<'AppointmentDto'>;
const STATES = ['BOOKED', 'CHECKED_IN', 'SERVED', 'MISSED', 'CANCELLED'] as const;

/** R67: who comes today, in order of the slots. */
export function AppointmentDay({ maySet }: { maySet: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [date, setDate] = useState<string>();
  const [code, setCode] = useState('');
  const [registering, setRegistering] = useState<Row>();
  const [setting, setSetting] = useState(false);
  const query = useInfiniteQuery(appointmentDayQuery({ date, code }));
  const { mutate } = useChangeVisits();
  const columns = useAppointmentColumns({
    onRegister: setRegistering,
    onChange: (does, { id }) =>
      mutate(
        { does, id },
        {
          onSuccess: () => void message.success(t(`visits.done.${does}`)),
          onError: (error) => void message.error(sentenceOf(error, t)),
        },
      ),
  });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [first] = query.data?.pages ?? [];
  return (
    <>
      <div className="visit-bar" role="search">
        <DayPicker
          label={t('visits.day')}
          value={date ?? first?.date}
          onChange={(day) => setDate(day)}
        />
        <Input.Search
          allowClear
          maxLength={12}
          aria-label={t('visits.code')}
          placeholder={t('visits.code')}
          onSearch={(text) => setCode(text.trim())}
        />
        {maySet && (
          <Button icon={<SettingOutlined aria-hidden />} onClick={() => setSetting(true)}>
            {t('visits.settings')}
          </Button>
        )}
      </div>
      {first && (
        <p className="visit-counts">
          {STATES.map((state) => (
            <span key={state}>
              {t(`visits.states.${state}`)} <strong>{first.counts[state]}</strong>
            </span>
          ))}
        </p>
      )}
      <QueryView query={query} rows={6}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('visits.noAppointments')} hint={t('visits.noAppointmentsHint')} />
          ) : (
            <>
              <DataList
                label={t('visits.appointments')}
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
      {registering && (
        <RegisterVisitDialog
          kind="appointments"
          {...registering}
          onClose={() => setRegistering(undefined)}
        />
      )}
      {setting && <SettingsDialog onClose={() => setSetting(false)} />}
    </>
  );
}
