import { describe, expect, it } from '@jest/globals';
import { CLERK, person, TAKING } from '../testing/cases.js';
import { CASE_STATES } from '../workflow/index.js';
import { materialsMayBeReceived, mayReceiveMaterials, missingMaterialsOf } from './materials.js';

const receive = (state: string, actor = CLERK) => {
  return () => materialsMayBeReceived({ state, takingUnitId: TAKING }, actor);
};

describe('R41, R73: materials are handed in until the case is accepted', () => {
  const OPEN = ['REGISTERED', 'SUPPLEMENT_REQUESTED'];

  it.each(OPEN)('in %s, at the counter that took the case', (state) => {
    expect(receive(state)).not.toThrow();
    expect(receive(state, person(TAKING, 'CENTRE_ADMINISTRATOR'))).not.toThrow();
  });

  it.each(CASE_STATES.filter((state) => !OPEN.includes(state)))('not in %s', (state) => {
    expect(receive(state)).toThrow(
      expect.objectContaining({ code: 'intake.materials_closed', kind: 'conflict' }),
    );
  });

  it.each([
    ['another centre’s clerk', person('other-centre', 'CLERK')],
    ['the guide (R7)', person(TAKING, 'GUIDE')],
    ['a section’s head', person('STREET-MZ', 'SECTION_HEAD')],
    ['the supervisor (R14)', person(TAKING, 'DISTRICT_SUPERVISOR')],
  ])('not by %s, who is not told what state the case is in', (_who, actor) => {
    for (const state of ['REGISTERED', 'ARCHIVED']) {
      expect(receive(state, actor)).toThrow(
        expect.objectContaining({ code: 'intake.materials_not_yours', kind: 'forbidden' }),
      );
    }
  });
});

describe('R41: what is still missing', () => {
  const material = (name: string, required: boolean, received: boolean) => {
    return { name, required, received };
  };

  it('is what is required and not received, in the order of the checklist', () => {
    expect(
      missingMaterialsOf([
        material('户口簿', true, false),
        material('申请表', true, true),
        material('照片', false, false),
        material('委托书', false, true),
        material('收入证明', true, false),
      ]),
    ).toEqual(['户口簿', '收入证明']);
  });

  it('is nothing where nothing is required', () => {
    expect(missingMaterialsOf([])).toEqual([]);
    expect(missingMaterialsOf([material('照片', false, false)])).toEqual([]);
  });
});

it.each(CASE_STATES)('mayReceiveMaterials says in %s what the rule does', (state) => {
  for (const actor of [CLERK, person('other-centre', 'CLERK'), person(TAKING, 'GUIDE')]) {
    const allowed = mayReceiveMaterials({ state, takingUnitId: TAKING }, actor);
    if (allowed) expect(receive(state, actor)).not.toThrow();
    else expect(receive(state, actor)).toThrow();
  }
});
