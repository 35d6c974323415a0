import { describe, expect, it } from '@jest/globals';
import { checkTelephone } from './telephone.js';

describe('a telephone number', () => {
  it.each([
    ['13812341234', 'MOBILE', '13812341234'],
    ['199 1234 1234', 'MOBILE', '19912341234'],
    ['138-1234-1234', 'MOBILE', '13812341234'],
    ['+86 13812341234', 'MOBILE', '13812341234'],
    ['0086-13812341234', 'MOBILE', '13812341234'],
    ['１３８１２３４１２３４', 'MOBILE', '13812341234'],
    ['0371-68880000', 'LANDLINE', '0371-68880000'],
    ['037168880000', 'LANDLINE', '0371-68880000'],
    ['（0371）68880000', 'LANDLINE', '0371-68880000'],
    ['0371–68880000', 'LANDLINE', '0371-68880000'],
    ['0371-68880000-802', 'LANDLINE', '0371-68880000-802'],
    ['010-65281234', 'LANDLINE', '010-65281234'],
    ['02022334455', 'LANDLINE', '020-22334455'],
    ['0398-2812345', 'LANDLINE', '0398-2812345'],
  ])('%s is a %s', (typed, kind, number) => {
    expect(checkTelephone(typed)).toEqual({ valid: true, kind, number });
  });

  it.each([
    ['', 'invalid'],
    ['1381234123', 'invalid'],
    ['138123412345', 'invalid'],
    ['12812341234', 'invalid'],
    ['1381234123a', 'invalid'],
    ['0371-18880000', 'invalid'],
    ['0371-688800', 'invalid'],
    ['0171-68880000', 'invalid'],
    ['12345', 'invalid'],
    ['68880000', 'area_code_missing'],
    ['2812345', 'area_code_missing'],
  ])('%s is refused as %s', (typed, what) => {
    expect(checkTelephone(typed)).toEqual({ valid: false, problem: `intake.telephone_${what}` });
  });
});
