import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList, type Column } from '../../../ui/DataList';
import { limitWords } from '../../../ui/limit-words';
import { vocabularyQuery } from '../api/vocabulary';
import { Unsaid } from './Unsaid';
import type { Standard } from './words';

type Row = Dto<'StandardStepDto'> & { place: number };

interface Props {
  standard: Standard;
  beside?: ((field: string) => ReactNode) | undefined;
}

export function StepsView({ standard, beside }: Props) {
  const columns = useColumns(standard.limits.promised.unit, beside);
  const { t } = useTranslation();
  if (standard.steps.length === 0) return <Unsaid />;
  return (
    <DataList
      label={t('standardField.steps')}
      rows={standard.steps.map((step, index) => ({ ...step, place: index + 1 }))}
      columns={columns}
      rowKey={({ place }) => String(place)}
    />
  );
}

function useColumns(unit: 'WORKING_DAY' | 'CALENDAR_DAY', beside: Props['beside']): Column<Row>[] {
  const { t } = useTranslation();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const nameOf = (level: string, code: string) =>
    vocabulary?.bodies.find((one) => one.level === level && one.code === code)?.name ?? code;
  return [
    {
      key: 'name',
      title: t('standardField.steps_name'),
      phone: 'head',
      render: ({ place, name }) => (
        <>
          {place}. {name} {beside?.(`steps.${place - 1}`)}
        </>
      ),
    },
    {
      key: 'role',
      title: t('standardField.steps_role'),
      width: 110,
      render: ({ role }) => t(`stepRole.${role}`),
    },
    {
      key: 'handlers',
      title: t('standardField.steps_handlers'),
      render: ({ handlers }) =>
        handlers
          .map(
            ({ level, body }) =>
              `${t(`level.${level}`)} ${body === null ? t('standardWords.atCounter') : nameOf(level, body)}`,
          )
          .join('；'),
    },
    {
      key: 'days',
      title: t('standardField.steps_days'),
      width: 110,
      numeric: true,
      render: ({ days }) => (days === 0 ? t('standardWords.noDays') : limitWords(days, unit, t)),
    },
    {
      key: 'marks',
      title: t('standardField.note'),
      width: 190,
      render: ({ substantive, onSiteInspection, parallelGroup }) => (
        <span className="tags">
          {substantive && <span className="tag">{t('standardWords.substantiveYes')}</span>}
          {onSiteInspection && <span className="tag">{t('standardWords.inspectionYes')}</span>}
          {parallelGroup && (
            <span className="tag" data-tone="primary">
              {t('standardWords.parallel', { name: parallelGroup })}
            </span>
          )}
        </span>
      ),
    },
  ];
}
