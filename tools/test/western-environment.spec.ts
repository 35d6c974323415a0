/** @jest-environment ./tools/test/western-environment.mjs */
import { expect, it } from '@jest/globals';

it('makes the tests run where the day begins eight hours late', () => {
  expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(8 * 60);
  expect(new Date('2026-01-01T00:00:00Z').getDate()).toBe(31);
});
