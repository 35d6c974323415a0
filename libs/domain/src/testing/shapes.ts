import type {
  Closure,
  HandlingKind,
  ItemRules,
  SpecialProcedure,
  Step,
  StepRole,
} from '../catalog/index.js';
import type { AreaLevel } from '../organisation/index.js';

/** An item of one of the shapes that the district's 63 items have, with handlers by hand. */
export type ShapedItem = ItemRules & {
  specialProcedures: readonly SpecialProcedure[];
  deliveryMethods: readonly string[];
};

/** 公示 stops the clock, 现场检查 does not (行政许可法 §45). */
export const PUBLICITY: SpecialProcedure = {
  kind: 'PUBLICITY',
  name: '公示',
  days: 7,
  unit: 'CALENDAR_DAY',
  countsInLimit: false,
};
export const ON_SITE_INSPECTION: SpecialProcedure = {
  kind: 'ON_SITE_INSPECTION',
  name: '现场检查',
  days: 5,
  unit: 'WORKING_DAY',
  countsInLimit: true,
};

type Handler = [level: AreaLevel, body: string];

function step(role: StepRole, days: number, ...handlers: Handler[]): Step {
  return {
    name: `${role} ${days}`,
    role,
    days,
    handlers: handlers.map(([level, body]) => ({ level, body })),
  };
}

const counter = (days = 0) => step('COUNTER_CLERK', days);
const station = (days = 0) => step('COMMUNITY_CLERK', days);
const section = (days: number) => step('BUSINESS_SECTION', days, ['STREET', 'MZ']);
const partner = (days: number) => step('PARTNER_DEPARTMENT', days, ['DISTRICT', 'CLX']);
const upper = (days: number, ...handlers: Handler[]) =>
  step('UPPER_DEPARTMENT', days, ...(handlers.length ? handlers : [MZJ]));
const MZJ: Handler = ['DISTRICT', 'MZJ'];

function item(
  level: ItemRules['level'],
  handlingKind: HandlingKind,
  closure: Closure,
  steps: Step[],
): ShapedItem {
  return {
    level,
    handlingKind,
    closure,
    steps,
    promisedDays: steps.reduce((sum, { days }) => sum + days, 0),
    dayUnit: 'WORKING_DAY',
    statutoryDays: null,
    statutoryDayUnit: 'WORKING_DAY',
    onTheSpotMinutes: 60,
    specialProcedures: [PUBLICITY, ON_SITE_INSPECTION],
    deliveryMethods: ['WINDOW', 'POST'],
  };
}

/** The ten shapes; the two last are variants of the second and fourth with other upper bodies. */
export const SHAPES = {
  streetOnTheSpot: item('STREET', 'INSTANT', 'LOCAL', [counter(), counter(), counter()]),
  streetSection: item('STREET', 'PROMISED', 'LOCAL', [
    counter(),
    counter(1),
    section(4),
    section(3),
    counter(),
  ]),
  streetUpper: item('STREET', 'PROMISED', 'UPPER', [
    counter(),
    counter(1),
    section(7),
    section(0),
    upper(10),
    counter(),
  ]),
  streetUpperTakenByStation: item('STREET', 'PROMISED', 'UPPER', [
    station(),
    counter(1),
    section(3),
    section(0),
    upper(6),
    counter(),
  ]),
  streetStraightUp: item('STREET', 'PROMISED', 'UPPER', [
    counter(),
    counter(),
    upper(7),
    counter(),
  ]),
  streetPartner: item('STREET', 'PROMISED', 'UPPER', [
    counter(),
    counter(1),
    section(4),
    section(0),
    partner(4),
    upper(6),
    counter(),
  ]),
  communityOnTheSpot: item('COMMUNITY', 'INSTANT', 'LOCAL', [station(), station(), station()]),
  communityOwn: item('COMMUNITY', 'PROMISED', 'LOCAL', [station(), station(2), station()]),
  communityUpper: item('COMMUNITY', 'PROMISED', 'UPPER', [
    station(),
    station(2),
    section(9),
    section(0),
    upper(10),
    station(),
  ]),
  communityStreet: item('COMMUNITY', 'PROMISED', 'UPPER', [
    station(),
    station(2),
    upper(3, ['STREET', 'DG']),
    station(),
  ]),
  streetSeveralLevels: item('STREET', 'PROMISED', 'UPPER', [
    counter(),
    counter(1),
    section(4),
    section(0),
    upper(25, ['DISTRICT', 'TYJ'], ['CITY', 'TYJ']),
    counter(),
  ]),
  streetStraightToCity: item('STREET', 'PROMISED', 'UPPER', [
    counter(),
    counter(),
    upper(7, ['CITY', 'KGL']),
    counter(),
  ]),
} satisfies Record<string, ShapedItem>;

export type ShapeName = keyof typeof SHAPES;
export const SHAPE_NAMES = Object.keys(SHAPES) as ShapeName[];

const beside = (one: Step): Step => ({ ...one, parallelGroup: '联审' });

/** R74: two sections of the street side by side, then a third that decides. */
export const PARALLEL_ITEM: ShapedItem = item('STREET', 'PROMISED', 'LOCAL', [
  counter(),
  counter(1),
  beside(section(2)),
  beside(step('BUSINESS_SECTION', 5, ['STREET', 'CJ'])),
  section(1),
  counter(),
]);
