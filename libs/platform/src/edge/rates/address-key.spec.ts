import { describe, expect, it } from '@jest/globals';
import { addressKey } from './address-key.js';

describe('under what name an address is counted', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::'],
    ['2001:db8::1', '2001:db8:0:0::'],
    ['2001:0db8:0001::1', '2001:db8:1:0::'],
    ['::1', '0:0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::'],
    ['', ''],
  ])('%s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  it('whoever owns a network gains nothing by changing the address inside of it', () => {
    const keys = Array.from({ length: 500 }, (_, i) => addressKey(`2001:db8:1:2:${i}::${i}`));
    expect(new Set(keys).size).toBe(1);
  });
});
