import { useQuery } from '@tanstack/react-query';
import type { Dto } from '@yikou/api-client';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState';
import { Facts } from '../../../ui/Facts';
import { clockLimitWords } from '../../../ui/limit-words';
import { QueryView } from '../../../ui/QueryView';
import { closingWords, dayWords, stamp } from '../../../ui/time';
import { explainQuery } from '../api/explain';

interface Props {
  deadline: Dto<'DeadlineDto'>;
  onClose: () => void;
}

/** Day by day how a limit came to its end: the answer to "why that date?". */
export function ExplainDrawer({ deadline, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const explain = useQuery(explainQuery(deadline.id, deadline.dueAt));
  return (
    <Drawer open onClose={onClose} size={460} title={t('explain.title')}>
      <Facts
        facts={[
          [
            t('explain.limit'),
            `${t(`deadlineKind.${deadline.kind}`)}，${clockLimitWords(deadline.limitAmount, deadline.limitUnit, t)}`,
          ],
          [t('explain.started'), stamp(deadline.startedAt)],
          [
            t('explain.dueAt'),
            <strong key="due">{closingWords(deadline.dueAt, i18n.language)}</strong>,
          ],
        ]}
      />
      <p className="facts-note">{t('explain.intro')}</p>
      <QueryView query={explain} rows={12}>
        {(data) =>
          data.explain.length === 0 ? (
            <EmptyState title={t('explain.empty')} />
          ) : (
            <table className="explain">
              <thead>
                <tr>
                  <th scope="col">{t('explain.day')}</th>
                  <th scope="col">{t('explain.kind')}</th>
                  <th scope="col">{t('explain.count')}</th>
                </tr>
              </thead>
              <tbody>
                {data.explain.map((day) => (
                  <tr key={day.date} data-counted={day.counted} data-paused={day.paused}>
                    <td>{dayWords(day.date, i18n.language)}</td>
                    <td>
                      {day.name ?? t(`dayKind.${day.kind}`)}
                      {day.provisional && `（${t('explain.provisional')}）`}
                    </td>
                    <td>{countWords(day)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
    </Drawer>
  );

  function countWords(day: Dto<'ExplainedDayDto'>): string {
    if (day.paused) return t('explain.paused');
    if (!day.counted || day.ordinal === null) return t('explain.notCounted');
    return t('explain.ordinal', { count: day.ordinal });
  }
}
