import { useId } from 'react';
import type { Scale } from './days';
import type { PlacedMark } from './marks';

export interface Span {
  from: number;
  until: number;
}

export interface BarFacts {
  started: number;
  due: number;
  /** How far the time has run: now, or when the clock stopped. */
  runTo: number;
  pauses: Span[];
  upper: Span | null;
}

interface Props {
  scale: Scale;
  facts: BarFacts;
  marks: PlacedMark[];
  today: { x: number; label: string } | null;
  width: number;
  label: string;
}

const ROW = 17;
const BAR = 26;
const FOOT = 40;
const ORDINAL_FROM = 19;
/** A number keeps this far from a line, and a date from the sign of today. */
const CLEARANCE = 9;
const DATE_ROOM = 58;

export function ClockBar({ scale, facts, marks, today, width, label }: Props) {
  const id = useId();
  const rows = Math.max(1, ...marks.map((mark) => mark.row + 1));
  const top = rows * ROW + 8;
  const band = (from: number, until: number) => {
    const x = scale.at(from);
    return { x, width: Math.max(0, scale.at(until) - x), y: top, height: BAR };
  };
  const { started, due, runTo, upper, pauses } = facts;
  return (
    <svg
      width={width}
      height={top + BAR + FOOT}
      role="img"
      aria-label={label}
      className="clock-svg"
    >
      <defs>
        <clipPath id={`${id}-days`}>
          {scale.days.map((day) => (
            <rect
              key={day.date}
              x={day.x + 0.75}
              y={top}
              width={Math.max(1, day.width - 1.5)}
              height={BAR}
              rx={3}
            />
          ))}
        </clipPath>
        <pattern
          id={`${id}-hatch`}
          width="7"
          height="7"
          patternTransform="rotate(45)"
          patternUnits="userSpaceOnUse"
        >
          <rect width="7" height="7" className="clock-hatch-ground" />
          <rect width="3" height="7" className="clock-hatch" />
        </pattern>
      </defs>
      <g clipPath={`url(#${id}-days)`}>
        <rect x={0} y={top} width={width} height={BAR} className="clock-ahead" />
        {upper && <rect {...band(upper.from, upper.until)} className="clock-upper-ahead" />}
        <rect {...band(started, Math.min(runTo, due))} className="clock-run" />
        {upper && (
          <rect {...band(upper.from, Math.min(runTo, due, upper.until))} className="clock-upper" />
        )}
        {scale.days
          .filter((day) => day.rest)
          .map((day) => (
            <rect
              key={day.date}
              x={day.x}
              y={top}
              width={day.width}
              height={BAR}
              className="clock-rest"
            />
          ))}
        {runTo > due && <rect {...band(due, runTo)} className="clock-late" />}
        {pauses.map((pause) => (
          <rect key={pause.from} {...band(pause.from, pause.until)} fill={`url(#${id}-hatch)`} />
        ))}
      </g>
      <Ordinals scale={scale} marks={marks} runTo={runTo} y={top + BAR / 2 + 4} />
      {marks.map((mark) => (
        <g key={mark.key} className={`clock-mark clock-mark-${mark.tone}`}>
          <line
            x1={edge(mark.x, width)}
            x2={edge(mark.x, width)}
            y1={top - 17 - mark.row * ROW}
            y2={top + BAR + 3}
          />
          <text x={mark.textX} y={top - 7 - mark.row * ROW}>
            {mark.label}
          </text>
        </g>
      ))}
      <ClockFoot scale={scale} y={top + BAR} today={today} width={width} />
    </svg>
  );
}

/** Which day of the limit each cell is, where there is room for the number. */
function Ordinals({
  scale,
  marks,
  runTo,
  y,
}: Pick<Props, 'scale' | 'marks'> & { runTo: number; y: number }) {
  const run = scale.at(runTo);
  const cells = scale.days.map((day) => ({ ...day, centre: day.x + day.width / 2 }));
  const clear = (centre: number) => marks.every(({ x }) => Math.abs(x - centre) > CLEARANCE);
  return cells
    .filter(
      ({ ordinal, width, centre }) => ordinal !== null && width >= ORDINAL_FROM && clear(centre),
    )
    .map(({ date, ordinal, centre }) => (
      <text key={date} x={centre} y={y} className="clock-ordinal" data-run={centre < run}>
        {ordinal}
      </text>
    ));
}

const edge = (x: number, width: number) => Math.min(Math.max(x, 1), width - 1);

function ClockFoot({
  scale,
  y,
  today,
  width,
}: Pick<Props, 'scale' | 'today' | 'width'> & { y: number }) {
  const HALF = 18;
  const x = today && Math.min(Math.max(today.x, HALF), width - HALF);
  const first = scale.days[0];
  const last = scale.days.at(-1);
  const beside = (end: number) => x === null || Math.abs(x - end) > DATE_ROOM;
  return (
    <g>
      {today && x !== null && (
        <g className="clock-today">
          <path d={`M${edge(today.x, width)} ${y + 1}l5 7h-10z`} />
          <rect x={x - HALF} y={y + 8} width={HALF * 2} height={16} rx={8} />
          <text x={x} y={y + 20}>
            {today.label}
          </text>
        </g>
      )}
      {first && beside(0) && (
        <text x={0} y={y + 37} className="clock-date">
          {short(first.date)}
        </text>
      )}
      {last && last !== first && beside(width) && (
        <text x={width} y={y + 37} className="clock-date clock-date-end">
          {short(last.date)}
        </text>
      )}
    </g>
  );
}

const short = (date: string) => date.slice(5).replace('-', '/');
