import { useTranslation } from 'react-i18next';

interface Props {
  pauses: boolean;
  upper: boolean;
  late: boolean;
}

export function ClockLegend({ pauses, upper, late }: Props) {
  const { t } = useTranslation();
  const kinds = [
    'day' as const,
    'rest' as const,
    ...(pauses ? (['pause'] as const) : []),
    ...(upper ? (['upper'] as const) : []),
    ...(late ? (['late'] as const) : []),
  ];
  return (
    <ul className="clock-legend" aria-hidden>
      {kinds.map((kind) => (
        <li key={kind} data-kind={kind}>
          {t(`clock.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
