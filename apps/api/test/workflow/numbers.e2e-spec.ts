import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '../support/cases.js';
import { openDistrict, type District } from '../support/district.js';

const CLERKS = ['dxl-clerk1', 'dxl-clerk2', 'dxl-clerk3', 'dxl-clerk4'];

describe('case numbers under concurrency', () => {
  let district: District;

  beforeAll(async () => {
    district = await openDistrict();
  });
  afterAll(() => district.close());

  it('200 cases accepted by 20 clients at one centre: distinct, gap-free, no error', async () => {
    const clerks = await Promise.all(CLERKS.map((login) => district.as(login)));
    const client = async (index: number): Promise<string[]> => {
      const clerk = clerks[index % clerks.length];
      if (!clerk) throw new Error('no clerk');
      const numbers: string[] = [];
      for (let turn = 0; turn < 10; turn++) {
        const kase = await registered(clerk, 'EQ-T-05-002');
        numbers.push((await clerk.perform(kase, 'accept')).number);
      }
      return numbers;
    };
    const numbers = (
      await Promise.all(Array.from({ length: 20 }, (_, index) => client(index)))
    ).flat();
    const expected = Array.from(
      { length: 200 },
      (_, index) => `41010300720260310${String(index + 1).padStart(5, '0')}`,
    );
    expect(numbers.sort()).toEqual(expected);
  });

  it('a refused registration leaves no gap', async () => {
    const clerk = await district.as('jzj-clerk1');
    const first = await registered(clerk, 'EQ-T-05-002');
    const refused = await clerk.post('/api/v1/cases', {
      itemCode: 'EQ-T-05-002',
      applicant: {
        kind: 'PERSON',
        name: '赵明远',
        identityNumber: '11010519491231002X',
        telephone: '13800138000',
      },
      receivedMaterials: [99],
    });
    expect(refused.status).toBe(404);
    const second = await registered(clerk, 'EQ-T-05-002');
    expect([first.number.slice(-5), second.number.slice(-5)]).toEqual(['00001', '00002']);
  });

  it('each centre and each day counts for itself', async () => {
    const here = await registered(await district.as('rhl-clerk1'), 'EQ-T-20-011');
    expect(here.number).toBe('4101030142026031000001');
    district.clock.moveTo('2026-03-10T23:59:59.999+08:00');
    const late = await registered(await district.as('rhl-clerk1'), 'EQ-T-20-011');
    expect(late.number).toBe('4101030142026031000002');
    district.clock.moveTo('2026-03-11T00:00:00+08:00');
    const next = await registered(await district.as('rhl-clerk1'), 'EQ-T-20-011');
    expect(next.number).toBe('4101030142026031100001');
  });
});
