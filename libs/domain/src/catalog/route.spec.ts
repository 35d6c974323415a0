import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { AREA_LEVELS, isAbove, type AreaLevel } from '../organisation/index.js';
import { SHAPES, type ShapedItem, type ShapeName } from '../testing/shapes.js';
import { CLOSURES, HANDLING_KINDS, type Closure, type HandlingKind } from './item.js';
import { pathOf, type ItemRules, type Step, type StepRole } from './item.js';
import { routeOf, type Stage } from './route.js';

interface ItemInFile {
  code: string;
  level: 'STREET' | 'COMMUNITY';
  handlingKind: HandlingKind;
  closure: Closure;
  promisedDays: number;
  ownerDepartment: string;
  theme: string;
  steps: { name: string; ownerRole: StepRole; days: number }[];
}

interface Bodies {
  sectionOfOwner: Record<string, string>;
  sectionOfTheme: Record<string, string>;
  upperSteps: [beginsWith: string, handlers: [AreaLevel, string][]][];
}

function read<T>(name: string): T {
  const file = new URL(`../../../../apps/api/data/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

const { items } = read<{ items: ItemInFile[] }>('service-items.json');
const bodies = read<Bodies>('demo-bodies.json');

function handlersOf(item: ItemInFile, name: string, role: StepRole): Step['handlers'] {
  if (role === 'COUNTER_CLERK' || role === 'COMMUNITY_CLERK') return [];
  if (role === 'BUSINESS_SECTION') {
    const { [item.ownerDepartment]: ofOwner } = bodies.sectionOfOwner;
    return [{ level: 'STREET', body: ofOwner ?? bodies.sectionOfTheme[item.theme] ?? null }];
  }
  const found = bodies.upperSteps.find(([beginsWith]) => name.startsWith(beginsWith));
  return (found?.[1] ?? []).map(([level, body]) => ({ level, body }));
}

function rulesOf(item: ItemInFile): Pick<ItemRules, 'level' | 'handlingKind' | 'steps'> {
  const steps = item.steps.map(({ name, ownerRole, days }) => ({
    name,
    role: ownerRole,
    days,
    handlers: handlersOf(item, name, ownerRole),
  }));
  return { level: item.level, handlingKind: item.handlingKind, steps };
}

const ROUTES = items.map((item) => ({ ...item, route: routeOf(rulesOf(item)) }));

const LETTERS: Record<AreaLevel, string> = {
  CITY: '市',
  DISTRICT: '区',
  STREET: '街',
  COMMUNITY: '社',
};
/** INTAKE@街, and ! where the case is decided, ~ where the clock of the step before goes on. */
const drawn = (route: readonly Stage[]) =>
  route
    .map(({ kind, level, decides, sharesClock }) => {
      return `${kind}@${LETTERS[level]}${sharesClock ? '~' : ''}${decides ? '!' : ''}`;
    })
    .join(' ');

/** The stages of each shape and how many of the 63 items have it. */
const EXPECTED: Record<ShapeName, [count: number, stages: string]> = {
  streetOnTheSpot: [10, 'INTAKE@街 ON_THE_SPOT@街! DELIVERY@街'],
  streetSection: [9, 'INTAKE@街 TRANSFER@街 TASK@街 TASK@街! DELIVERY@街'],
  streetUpper: [16, 'INTAKE@街 TRANSFER@街 TASK@街 UPLOAD@街 TASK@区! DELIVERY@街'],
  streetUpperTakenByStation: [1, 'INTAKE@街 TRANSFER@街 TASK@街 UPLOAD@街 TASK@区! DELIVERY@街'],
  streetStraightUp: [4, 'INTAKE@街 UPLOAD@街 TASK@区! DELIVERY@街'],
  streetPartner: [1, 'INTAKE@街 TRANSFER@街 TASK@街 UPLOAD@街 TASK@区 TASK@区! DELIVERY@街'],
  communityOnTheSpot: [9, 'INTAKE@社 ON_THE_SPOT@社! DELIVERY@社'],
  communityOwn: [3, 'INTAKE@社 TASK@社! DELIVERY@社'],
  communityUpper: [5, 'INTAKE@社 TASK@社 UPLOAD@社 TASK@街 UPLOAD@街 TASK@区! DELIVERY@社'],
  communityStreet: [1, 'INTAKE@社 TASK@社 UPLOAD@社 TASK@街! DELIVERY@社'],
  streetSeveralLevels: [
    3,
    'INTAKE@街 TRANSFER@街 TASK@街 UPLOAD@街 TASK@区 UPLOAD@区~ TASK@市~! DELIVERY@街',
  ],
  streetStraightToCity: [1, 'INTAKE@街 UPLOAD@街 TASK@市! DELIVERY@街'],
};
const TABLE = Object.entries(EXPECTED).map(([name, [count, stages]]) => ({ name, count, stages }));

/** Level, kind, closure, the roles in order, and the levels that the upper step goes through. */
function shapeOf(item: Pick<ItemRules, 'level' | 'handlingKind' | 'closure' | 'steps'>): string {
  const roles = item.steps.map(({ role, handlers }) => {
    const upper = role === 'UPPER_DEPARTMENT' ? handlers.map(({ level }) => level).join('+') : '';
    return role + upper;
  });
  return [item.level, item.handlingKind, item.closure, ...roles].join(' ');
}

describe('R52, R54, R58: the way of a case by the shape of its item', () => {
  it.each(TABLE)('$name: $stages, $count of the 63 items', ({ name, count, stages }) => {
    const shaped: ShapedItem = SHAPES[name as ShapeName];
    expect(drawn(routeOf(shaped))).toBe(stages);
    const same = items.filter((item) => shapeOf({ ...item, ...rulesOf(item) }) === shapeOf(shaped));
    expect(same).toHaveLength(count);
    for (const item of same)
      expect([item.code, drawn(routeOf(rulesOf(item)))]).toEqual([item.code, stages]);
  });

  it('every one of the 63 items has one of these shapes', () => {
    expect(items).toHaveLength(63);
    expect(TABLE.reduce((sum, { count }) => sum + count, 0)).toBe(63);
  });
});

describe.each(ROUTES)('the way of $code', (item) => {
  const { route } = item;

  it('R12, R57: begins with the intake and ends with the delivery, both where it was taken', () => {
    const ends = [route.at(0), route.at(-1)].map((stage) => [
      stage?.kind,
      stage?.level,
      stage?.body,
    ]);
    expect(ends).toEqual([
      ['INTAKE', item.level, null],
      ['DELIVERY', item.level, null],
    ]);
    expect(route.slice(1, -1).map(({ kind }) => kind)).not.toContain('INTAKE');
    expect(route.slice(1, -1).map(({ kind }) => kind)).not.toContain('DELIVERY');
  });

  it('R53, R60: one stage decides, the last that anybody works on', () => {
    const working = route.filter(({ kind }) => kind === 'TASK' || kind === 'ON_THE_SPOT');
    expect(route.filter(({ decides }) => decides)).toEqual(working.slice(-1));
    expect(working.length).toBeGreaterThan(0);
  });

  it('R58: an upload stands exactly where the work climbs a level', () => {
    const tasks = route.filter(({ kind }) => kind !== 'UPLOAD' && kind !== 'DELIVERY');
    const climbs = tasks.slice(1).filter((stage, i) => {
      const below = tasks[i];
      return below !== undefined && isAbove(stage.level, below.level);
    });
    const afterUploads = route.filter((_, i) => route[i - 1]?.kind === 'UPLOAD');
    expect(afterUploads).toEqual(climbs);
    for (const [i, { kind, level }] of route.entries()) {
      if (kind === 'UPLOAD') expect(level).toBe(route[i - 1]?.level);
    }
  });

  it('R54: a transfer is the counter’s, right before the section’s first task', () => {
    const transfers = route.flatMap(({ kind }, i) => (kind === 'TRANSFER' ? [i] : []));
    const first = route.findIndex(({ role }) => role === 'BUSINESS_SECTION');
    const wanted = item.level === 'STREET' && first > 0 ? [first - 1] : [];
    expect(transfers).toEqual(wanted);
  });

  it('D2: the days of its stages are the promised days; levels of one step share theirs', () => {
    const own = route.filter(({ sharesClock }) => !sharesClock);
    expect(own.reduce((sum, { days }) => sum + days, 0)).toBe(item.promisedDays);
  });

  it('R31, R45: an UPPER item has a substantive step or an upload at its own level', () => {
    const local = route.filter(
      ({ kind, level }) => level === item.level && (kind === 'TASK' || kind === 'UPLOAD'),
    );
    if (item.closure === 'UPPER') expect(local.length).toBeGreaterThan(0);
    const above = route.filter(({ level }) => isAbove(level, item.level));
    expect(above.length > 0).toBe(item.closure === 'UPPER');
  });

  it('names a section or department for every stage away from where it was taken', () => {
    for (const { level, body, role } of route) {
      const isCounter = role === 'COUNTER_CLERK' || role === 'COMMUNITY_CLERK';
      expect([role, body === null]).toEqual([role, isCounter]);
      expect(AREA_LEVELS).toContain(level);
    }
  });
});

describe('an upload that the item does not name', () => {
  const unnamed: ItemRules = {
    ...SHAPES.communityOwn,
    steps: SHAPES.communityStreet.steps,
  };

  it('R58: is done by who worked before, on a clock of its own', () => {
    expect(routeOf(unnamed)[2]).toMatchObject({
      kind: 'UPLOAD',
      name: '经四级联动系统上传上级',
      level: 'COMMUNITY',
      body: null,
      days: 0,
      sharesClock: false,
    });
  });

  it('inside a step of several levels runs on the step’s clock, which counts once', () => {
    const upper = routeOf(SHAPES.streetSeveralLevels).slice(4, 7);
    expect(upper.map(({ kind, body, level, days }) => [kind, body, level, days])).toEqual([
      ['TASK', 'TYJ', 'DISTRICT', 25],
      ['UPLOAD', 'TYJ', 'DISTRICT', 0],
      ['TASK', 'TYJ', 'CITY', 25],
    ]);
    expect(upper.map(({ sharesClock }) => sharesClock)).toEqual([false, true, true]);
  });
});

describe('ways that no item of the district has yet', () => {
  it('R52: an INSTANT item closed above goes up; the counter does not decide it', () => {
    const instant: ItemRules = { ...SHAPES.streetStraightUp, handlingKind: 'INSTANT' };
    expect(pathOf(instant)).toBe('UPPER');
    expect(drawn(routeOf(instant))).toBe('INTAKE@街 UPLOAD@街 TASK@区! DELIVERY@街');
  });

  it('R54: a station’s transfer hands its case to the section itself, without an upload', () => {
    const byStation: ItemRules = { ...SHAPES.streetSection, level: 'COMMUNITY' };
    expect(drawn(routeOf(byStation))).toBe('INTAKE@社 TRANSFER@社 TASK@街 TASK@街! DELIVERY@社');
  });
});

describe('R52: handling kind × closure', () => {
  it.each([
    ['INSTANT', 'LOCAL', 'LOCAL_INSTANT'],
    ['PROMISED', 'LOCAL', 'LOCAL_PROMISED'],
    ['INSTANT', 'UPPER', 'UPPER'],
    ['PROMISED', 'UPPER', 'UPPER'],
  ] as const)('%s × %s goes %s', (handlingKind, closure, path) => {
    expect(pathOf({ handlingKind, closure })).toBe(path);
  });

  it('has no further kind nor closure', () => {
    expect([HANDLING_KINDS, CLOSURES]).toEqual([
      ['INSTANT', 'PROMISED'],
      ['LOCAL', 'UPPER'],
    ]);
  });
});
