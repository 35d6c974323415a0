import { describe, expect, it } from '@jest/globals';
import { readOidcSettings } from './oidc-settings.js';

const ALL = {
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'yikou',
  OIDC_CLIENT_SECRET: 'a-secret',
  YIKOU_PUBLIC_URL: 'https://yikou.example/',
};

describe('the provider of sign-ins', () => {
  it('is offered with all of it, and not without any of it', () => {
    expect(readOidcSettings({})).toBeUndefined();
    expect(readOidcSettings({ OIDC_ISSUER: '', YIKOU_PUBLIC_URL: '' })).toBeUndefined();
    expect(readOidcSettings({ YIKOU_PUBLIC_URL: 'https://yikou.example' })).toBeUndefined();
    expect(readOidcSettings(ALL)).toEqual({
      issuer: 'https://id.example',
      clientId: 'yikou',
      clientSecret: 'a-secret',
      publicUrl: 'https://yikou.example',
    });
  });

  it.each(Object.keys(ALL))('half a group is refused at the start: without %s', (name) => {
    expect(() => readOidcSettings({ ...ALL, [name]: '' })).toThrow(`${name} missing`);
  });

  it.each([
    ['OIDC_ISSUER', 'id.example'],
    ['OIDC_ISSUER', 'http://id.example'],
    ['OIDC_ISSUER', 'http://127.0.0.1.example'],
    ['OIDC_ISSUER', 'https://id.example/?tenant=1'],
    ['OIDC_ISSUER', 'file:///etc/passwd'],
    ['YIKOU_PUBLIC_URL', 'http://yikou.example'],
    ['YIKOU_PUBLIC_URL', 'https://yikou.example/#x'],
  ])('names what is wrong: %s=%s', (name, value) => {
    expect(() => readOidcSettings({ ...ALL, [name]: value })).toThrow(`${name} must be`);
  });

  it('on this very machine http will do', () => {
    const local = { OIDC_ISSUER: 'http://127.0.0.1:4000', YIKOU_PUBLIC_URL: 'http://[::1]:3000/' };
    expect(readOidcSettings({ ...ALL, ...local })?.publicUrl).toBe('http://[::1]:3000');
  });

  it('the secret is not repeated in an error', () => {
    expect(() => readOidcSettings({ ...ALL, OIDC_ISSUER: 'x' })).not.toThrow('a-secret');
  });
});
