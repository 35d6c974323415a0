import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isDecidedByAuthorisation } from './authorisation.js';
import { clonePlanOf, type CloneTarget } from './clone-plan.js';
import { standardOfFileItem, rulesOfStandard, type FileItem } from './item-shapes.js';
import { allowedOfferingActions, offeringStandingOn } from './offering.js';
import { wayOfOffering } from './offering-way.js';
import { READINESS_LIST } from './readiness.js';
import { routeOf, throughSection } from './route.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const standards = items.map(standardOfFileItem);
const onTheSpot = (code: string) => {
  const found = standards.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const stagesOf = (code: string) => routeOf(rulesOfStandard(onTheSpot(code)));

describe('R48, R50: what a centre decides in the name of a section', () => {
  it('the instant government items of the streets, and no other of the 63', () => {
    const codes = standards
      .filter((one) => isDecidedByAuthorisation(one, routeOf(rulesOfStandard(one))))
      .map(({ code }) => code);
    expect(codes).toEqual([
      ...['EQ-T-20-001', 'EQ-T-20-003', 'EQ-T-20-004', 'EQ-T-20-006', 'EQ-T-20-008'],
      ...['EQ-T-20-009', 'EQ-T-20-011', 'EQ-T-20-013', 'EQ-T-20-015', 'EQ-T-10-002'],
    ]);
  });

  it('R47: a convenience service asks for none', () => {
    const featured = { ...onTheSpot('EQ-T-20-001'), class: 'FEATURED' as const };
    expect(isDecidedByAuthorisation(featured, stagesOf('EQ-T-20-001'))).toBe(false);
  });
});

describe('R48, R49: who closes a case', () => {
  const item = onTheSpot('EQ-T-20-001');
  const networked = { ...item, dedicatedNetwork: '人社业务专网' };
  const ready = READINESS_LIST.map((point) => ({ point, state: 'READY' as const }));
  const facts = { checks: [], isAuthorised: true, hasSection: true };

  it('the counter, while it is ready and empowered', () => {
    expect(wayOfOffering(item, facts)).toEqual({
      handledBy: 'COUNTER',
      because: null,
      openPoints: [],
      needsAuthorisation: true,
    });
    expect(wayOfOffering(networked, { ...facts, checks: ready }).handledBy).toBe('COUNTER');
  });

  it('the section otherwise, where there is one', () => {
    expect(wayOfOffering(networked, facts)).toMatchObject({
      handledBy: 'SECTION',
      because: 'NOT_READY',
      openPoints: READINESS_LIST,
    });
    const unauthorised = { ...facts, isAuthorised: false };
    expect(wayOfOffering(item, unauthorised).because).toBe('NOT_AUTHORISED');
    expect(wayOfOffering(item, { ...unauthorised, hasSection: false }).handledBy).toBe('COUNTER');
    expect(wayOfOffering(onTheSpot('EQ-T-05-001'), unauthorised).handledBy).toBe('COUNTER');
  });

  it('its way is handed over, decided by the section, delivered by the counter', () => {
    const stages = throughSection(stagesOf('EQ-T-20-001'), 'MZ');
    expect(stages.map(({ kind, body, decides, days }) => [kind, body, decides, days])).toEqual([
      ['INTAKE', null, false, 0],
      ['TRANSFER', null, false, 0],
      ['TASK', 'MZ', true, 1],
      ['DELIVERY', null, false, 0],
    ]);
    expect(isDecidedByAuthorisation(item, stages)).toBe(false);
  });
});

describe('R44: an offering and its days', () => {
  const period = { startedOn: '2026-03-10', endedOn: '2026-06-01' };

  it.each([
    ['2026-03-09', 'NOT_BEGUN'],
    ['2026-03-10', 'OFFERED'],
    ['2026-05-31', 'OFFERED'],
    ['2026-06-01', 'ENDED'],
  ])('%s %s', (date, standing) => expect(offeringStandingOn(period, date)).toBe(standing));

  it('is managed in its own street, by the two posts, until it ends', () => {
    const hall = { kind: 'CENTRE', areaPath: '41/4101/07/' };
    const offering = { ...period, hall, asksReadiness: true };
    const may = (role: 'CENTRE_ADMINISTRATOR' | 'CLERK', areaPath: string, date: string) =>
      allowedOfferingActions(offering, { roles: [role], areaPath }, date);
    expect(may('CENTRE_ADMINISTRATOR', '41/4101/07/', '2026-03-10')).toEqual([
      'changeLocal',
      'checkReadiness',
      'withdraw',
    ]);
    expect(may('CENTRE_ADMINISTRATOR', '41/4101/08/', '2026-03-10')).toEqual([]);
    expect(may('CLERK', '41/4101/07/', '2026-03-10')).toEqual([]);
    expect(may('CENTRE_ADMINISTRATOR', '41/4101/07/', '2026-06-01')).toEqual([]);
  });
});

describe('R99: copying a model', () => {
  it('adds what is not there, and says why it does not add the rest', () => {
    const offering = (code: string, sectionBodies: string[] = [], isOver = false) => ({
      code,
      name: code,
      sectionBodies,
      isOver,
    });
    const target: CloneTarget = {
      offerings: new Map([
        ['THERE', { isOver: false }],
        ['GONE', { isOver: true }],
      ]),
      sectionBodies: new Set(['MZ']),
      counters: [1, 2],
    };
    const offerings = [
      ...[offering('THERE'), offering('GONE'), offering('OLD', [], true)],
      ...[offering('NEW', ['MZ']), offering('LONE', ['MZ', 'RS'])],
    ];
    expect(clonePlanOf({ offerings, counters: [1, 2, 3] }, target)).toEqual({
      added: ['NEW'],
      present: ['THERE'],
      refused: [
        { code: 'GONE', because: 'WITHDRAWN_THERE' },
        { code: 'OLD', because: 'ENDED_HERE' },
        { code: 'LONE', because: 'NO_SECTION' },
      ],
      counters: [3],
    });
  });
});
