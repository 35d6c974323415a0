import type { Dto } from '@yikou/api-client';
import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../../ui/Refused';
import { stamp } from '../../../ui/time';
import { useChangeOffering } from '../api/change-offering';

interface Props {
  unitId: string;
  offering: Dto<'OfferingDto'>;
}

const POINTS = ['TERMINAL', 'ACCOUNT', 'UKEY', 'SEAL'] as const;
const STATES = ['READY', 'NOT_NEEDED', 'NOT_READY'] as const;

/** R49: what the dedicated network asks for, point by point, with who looked at it and when. */
export function ReadinessChecks({ unitId, offering }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { mutate, error, isPending } = useChangeOffering(unitId);
  const mayCheck = offering.allowedActions.includes('checkReadiness');
  const check = (point: Dto<'ReadinessPoint'>, state: Dto<'ReadinessState'>) =>
    mutate(
      { does: 'readiness', code: offering.itemCode, body: { point, state } },
      { onSuccess: () => void message.success(t('offering.recorded')) },
    );
  return (
    <section>
      <h3>{t('offering.readiness')}</h3>
      <p className="dialog-intro">
        {t('offering.readinessNote', { network: offering.dedicatedNetwork })}
      </p>
      <ul className="readiness-list">
        {POINTS.map((point) => {
          const found = offering.checks.find((one) => one.point === point);
          return (
            <li key={point}>
              <span>{t(`offering.points.${point}`)}</span>
              <Select<Dto<'ReadinessState'>>
                aria-label={t(`offering.points.${point}`)}
                placeholder={t('offering.notChecked')}
                disabled={!mayCheck || isPending}
                value={found?.state}
                onChange={(state) => check(point, state)}
                options={STATES.map((state) => ({
                  value: state,
                  label: t(`offering.pointStates.${state}`),
                }))}
              />
              {found && (
                <span className="soft">
                  {t('offering.checkedBy', {
                    name: found.checkedByName,
                    at: stamp(found.checkedAt),
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <Refused error={error} />
    </section>
  );
}
