import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { EmptyState } from '../../../ui/EmptyState';
import { QueryView } from '../../../ui/QueryView';
import { consultationStatisticsQuery, type Span } from '../api/consultations';

type Day = Dto<'ConsultationDayDto'>;

/** What was asked a day, by type (R63). */
export function ConsultationFigures({ span }: { span: Span }) {
  const { t } = useTranslation();
  const figures = useQuery(consultationStatisticsQuery(span));
  const number = (key: Exclude<keyof Day, number>, title: string): Column<Day> => ({
    key,
    title,
    numeric: true,
    render: (day) => day[key],
  });
  const columns: Column<Day>[] = [
    { key: 'day', title: t('hallFigures.day'), phone: 'head', render: ({ day }) => day },
    number('copy', t('reception.types.COPY')),
    number('formHelp', t('reception.types.FORM_HELP')),
    number('policy', t('reception.types.POLICY')),
    {
      key: 'total',
      title: t('hallFigures.total'),
      numeric: true,
      render: (day) => day.copy + day.formHelp + day.policy,
    },
    number('open', t('hallFigures.open')),
    number('becameCase', t('hallFigures.becameCase')),
    number('handedOver', t('hallFigures.handedOver')),
  ];
  return (
    <QueryView query={figures} rows={5}>
      {({ days }) =>
        days.length === 0 ? (
          <EmptyState title={t('hallFigures.none')} hint={t('hallFigures.noneHint')} />
        ) : (
          <DataList
            label={t('hallFigures.consultations')}
            rows={days}
            columns={columns}
            rowKey={({ day }) => day}
          />
        )
      }
    </QueryView>
  );
}
