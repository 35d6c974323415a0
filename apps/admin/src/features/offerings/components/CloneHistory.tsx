import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../ui/QueryView';
import { Refused } from '../../../ui/Refused';
import { stamp } from '../../../ui/time';
import { clonesQuery, useClone } from '../api/clones';

/** The copies made last; one that nobody used yet can be taken back. */
export function CloneHistory() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const clones = useQuery(clonesQuery);
  const undo = useClone();
  const take = (id: string) =>
    undo.mutate({ does: 'undo', id }, { onSuccess: () => void message.success(t('clone.undone')) });
  return (
    <section>
      <h3>{t('clone.history')}</h3>
      <QueryView query={clones} rows={2}>
        {({ items }) => (
          <ul>
            {items.length === 0 && <li className="soft">{t('clone.none')}</li>}
            {items.map((clone) => (
              <li key={clone.id} className="clone-line">
                <span>
                  {t('clone.line', {
                    target: clone.targetUnitName,
                    count: clone.offeringCount,
                    counters: clone.counters.length,
                    name: clone.byName,
                    at: stamp(clone.at),
                  })}
                </span>
                {clone.settled ? (
                  <span className="tag">{t(`clone.settled.${clone.settled}`)}</span>
                ) : (
                  <Button size="small" loading={undo.isPending} onClick={() => take(clone.id)}>
                    {t('clone.undo')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <Refused error={undo.error} />
    </section>
  );
}
