import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { onlyLocalPath } from './local-path.js';

const HERE = 'https://yikou.example';

describe('ASVS 5.0 3.7.2: signing in leads nowhere but here', () => {
  it.each(['/', '/cases', '/cases?show=MINE&q=%2F%2F', '/items/EQ-T-05-001#top', '/a/b/?to=//c'])(
    'keeps %s',
    (path) => {
      expect(onlyLocalPath(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'cases',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/..//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/x\u0000',
    '/\ud800',
    `/${'x'.repeat(500)}`,
  ])('leads %j to the first page', (path) => {
    expect(onlyLocalPath(path)).toBe('/');
  });

  it('whatever comes in, a browser stays here', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('/', '\\', '\t', '\r', '.', ':', '@', 'evil.example', '?', '#', '%2f'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        const path = onlyLocalPath(text);
        expect(new URL(path, HERE).origin).toBe(HERE);
        // And also where something takes the path of the address once more as an address.
        expect(new URL(new URL(path, HERE).pathname, HERE).origin).toBe(HERE);
      }),
      { numRuns: 2000 },
    );
  });
});
