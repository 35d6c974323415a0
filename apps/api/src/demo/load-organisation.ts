import { randomUUID } from 'node:crypto';
import type { Tx } from '@yikou/platform';
import { Area, Counter, Unit } from '../organisation/index.js';
import type { BodyFile, DivisionFile } from './data-files.js';

export interface DemoUnit {
  id: string;
  code: string;
  name: string;
  kind: Unit['kind'];
  body: string | null;
  areaCode: string;
  /** Beginning of its demo account names. */
  prefix: string;
}

const CITY = { code: '410100000000', name: '郑州市' };
const CHIEF_PILOT = '410103007000';

/** The four levels: city, district, 16 streets and towns, 176 communities (R1, R6, R97). */
export async function loadAreas(tx: Tx, { district, townships }: DivisionFile, bodies: BodyFile) {
  const pilots = new Set(bodies.pilots.map(([street]) => street));
  const cityPath = `${CITY.code}/`;
  const districtPath = `${cityPath}${district.code}/`;
  await tx.insert(Area, { ...CITY, level: 'CITY', parentCode: null, path: cityPath });
  await tx.insert(Area, {
    code: district.code,
    name: district.name,
    level: 'DISTRICT',
    parentCode: CITY.code,
    path: districtPath,
  });
  for (const { code, name, communities } of townships) {
    const path = `${districtPath}${code}/`;
    const marks = { pilot: pilots.has(code), chief: code === CHIEF_PILOT };
    await tx.insert(Area, {
      code,
      name,
      level: 'STREET',
      parentCode: district.code,
      path,
      ...marks,
    });
    await tx.insert(
      Area,
      communities.map((community) => ({
        code: community.code,
        name: community.name,
        level: 'COMMUNITY' as const,
        parentCode: code,
        path: `${path}${community.code}/`,
      })),
    );
  }
}

/** Supervisor, departments, and for each pilot its centre, sections and stations. */
export async function loadUnits(
  tx: Tx,
  divisions: DivisionFile,
  bodies: BodyFile,
): Promise<DemoUnit[]> {
  const { district } = divisions;
  const units: DemoUnit[] = [
    unit('ERQI-ZWB', '二七区政务服务和改革办公室', 'SUPERVISOR', null, district.code, 'erqi'),
    ...bodies.departments.DISTRICT.map(([body, name]) =>
      unit(`ERQI-${body}`, name, 'DEPARTMENT', body, district.code, `erqi-${body.toLowerCase()}`),
    ),
    ...bodies.departments.CITY.map(([body, name]) =>
      unit(`ZZ-${body}`, name, 'DEPARTMENT', body, CITY.code, `zz-${body.toLowerCase()}`),
    ),
    ...bodies.pilots.flatMap(([street, prefix]) => streetUnits(divisions, bodies, street, prefix)),
  ];
  await tx.insert(
    Unit,
    units.map(({ prefix: _prefix, ...row }, index) => ({
      ...row,
      telephone: `0371-6800${String(1000 + index)}`,
      address:
        row.kind === 'CENTRE' || row.kind === 'STATION'
          ? `郑州市二七区${row.name}（示例地址）`
          : null,
      opensAt: '09:00',
      closesAt: '17:00',
    })),
  );
  for (const [street, , counters] of bodies.pilots) {
    const centre = units.find((one) => one.kind === 'CENTRE' && one.areaCode === street);
    if (centre) await loadCounters(tx, centre.id, counters);
  }
  return units;
}

function streetUnits(
  { townships }: DivisionFile,
  bodies: BodyFile,
  street: string,
  prefix: string,
): DemoUnit[] {
  const township = townships.find(({ code }) => code === street);
  if (!township) throw new Error(`no street ${street}`);
  const short = township.name.replace(/街道$/, '');
  const code = prefix.toUpperCase();
  return [
    unit(`${code}-ZX`, `${township.name}便民服务中心`, 'CENTRE', null, street, prefix),
    ...bodies.sections.map(([body, name]) =>
      unit(
        `${code}-${body}`,
        `${short}街道${name}`,
        'SECTION',
        body,
        street,
        `${prefix}-${body.toLowerCase()}`,
      ),
    ),
    ...township.communities.map((community) => {
      const tail = community.code.slice(9);
      const name = `${community.name.replace(/(居民|村民)?委员会$/, '')}便民服务站`;
      return unit(`${code}-Z${tail}`, name, 'STATION', null, community.code, `${prefix}-z${tail}`);
    }),
  ];
}

function unit(
  code: string,
  name: string,
  kind: DemoUnit['kind'],
  body: string | null,
  areaCode: string,
  prefix: string,
): DemoUnit {
  return { id: randomUUID(), code, name, kind, body, areaCode, prefix };
}

/** R16: at least four comprehensive counters. */
async function loadCounters(tx: Tx, unitId: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await tx.insert(
    Counter,
    numbers.map((number) => ({ id: randomUUID(), unitId, number, kind: 'COMPREHENSIVE' as const })),
  );
}
