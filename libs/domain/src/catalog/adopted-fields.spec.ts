import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fieldOfDifference, withFieldsOf } from './adopted-fields.js';
import { differencesOf } from './difference.js';
import { standardOfFileItem, type FileItem } from './item-shapes.js';

const file = new URL('../../../../apps/api/data/service-items.json', import.meta.url);
const { items } = JSON.parse(readFileSync(file, 'utf8')) as { items: FileItem[] };
const all = items.map(standardOfFileItem);

describe('R34: the standard takes a street’s text in the chosen fields', () => {
  it('with every differing field taken over nothing differs but what belongs to the item itself', () => {
    for (const [i, standard] of all.entries()) {
      const street = all[(i + 7) % all.length] ?? standard;
      const fields = new Set(
        differencesOf(standard, street).flatMap((point) => fieldOfDifference(point) ?? []),
      );
      const left = differencesOf(withFieldsOf(standard, street, [...fields]), street);
      expect(left.filter(({ path }) => path !== 'code' && path !== 'level')).toEqual([]);
    }
  });

  it('one field alone is taken over, and neither content is changed', () => {
    const [standard, other] = all as [(typeof all)[0], (typeof all)[0]];
    const street = { ...standard, conditions: other.conditions, note: '另' };
    const before = JSON.stringify([standard, street]);
    const after = withFieldsOf(standard, street, ['conditions']);
    expect([after.conditions, after.note]).toEqual([street.conditions, standard.note]);
    expect(JSON.stringify([standard, street])).toBe(before);
  });

  it('a fee that the standard does not have comes whole', () => {
    const [base] = all as [(typeof all)[0]];
    const fee = { charged: true, amountFen: 1000, amount: '10元', basis: '文件' };
    const after = withFieldsOf({ ...base, fee: null }, { ...base, fee }, ['fee.charged']);
    expect(after.fee).toEqual(fee);
  });

  it.each(['code', 'level', '__proto__', 'limits', 'materials[身份证]', ''])(
    '%j is not a field that a version takes over',
    (field) => {
      const [base] = all as [(typeof all)[0]];
      expect(() => withFieldsOf(base, base, [field])).toThrow('combing.field_unknown');
      expect(fieldOfDifference({ path: field.replace(/\[.*/u, '') || 'code' })).toBe(
        field.startsWith('materials') ? 'materials' : null,
      );
    },
  );
});
