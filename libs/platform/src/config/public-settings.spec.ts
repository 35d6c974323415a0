import { describe, expect, it } from '@jest/globals';
import { readPublicSettings } from './public-settings.js';

describe('what people outside read', () => {
  it('has the hotline for supervision and no fixed address, unless told', () => {
    expect(readPublicSettings({})).toEqual({ url: undefined, supervisionTelephone: '12345' });
    const env = {
      YIKOU_PUBLIC_URL: 'https://yikou.example/',
      YIKOU_SUPERVISION_PHONE: '0371-68001',
    };
    expect(readPublicSettings(env)).toEqual({
      url: 'https://yikou.example',
      supervisionTelephone: '0371-68001',
    });
  });

  it.each([
    ['YIKOU_SUPERVISION_PHONE', 'call us'],
    ['YIKOU_PUBLIC_URL', 'http://yikou.example'],
    ['YIKOU_PUBLIC_URL', 'yikou.example'],
  ])('names what is wrong: %s=%s', (name, value) => {
    expect(() => readPublicSettings({ [name]: value })).toThrow(`${name} must be`);
  });
});
