import { describe, expect, it } from '@jest/globals';
import { whyPasswordIsRefused, type PasswordFacts } from './passwords.js';

const CLERK: PasswordFacts = { loginName: 'dxl-clerk1', roles: ['CLERK'] };
const AUDITOR: PasswordFacts = { loginName: 'erqi-auditor', roles: ['AUDITOR'] };

const faultsOf = (password: string, facts: PasswordFacts = CLERK) =>
  whyPasswordIsRefused(password, facts).map(({ code }) => code.replace('password.', ''));

describe('等保 2.0 身份鉴别: what a password must be', () => {
  it.each([
    'Tree-42x',
    'tree 42 X',
    '大学Road路9',
    'four words with no digit',
    'x'.repeat(100) + 'y'.repeat(100),
    'Kf3!'.padEnd(12, 'q'),
  ])('takes %j', (password) => {
    expect(faultsOf(password)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['Tree-42', ['too_short']],
    ['Tr-4', ['too_short']],
    ['', ['too_short', 'too_simple']],
    ['Aa1!'.padEnd(201, 'xyz'), ['too_long']],
    ['treehouse', ['too_simple']],
    ['treehouse42', ['too_simple']],
    ['TREEHOUSE42', ['too_simple']],
    ['treehouse-gh', ['too_simple']],
    ['x-DXL-Clerk1-9', ['contains_login_name']],
    ['P@ssw0rd', ['too_common']],
    ['P@ssw0rd2026!', []],
    ['P@ssw0rd123', ['too_common']],
    ['Admin@123', ['too_common']],
    ['Qwer1234', ['too_common']],
    ['Zhengzhou123!', ['too_common']],
    ['passwordpassword', ['too_common']],
    ['Aa1!Aa1!Aa1!Aa1!', ['too_common']],
    ['11111111', ['too_simple', 'too_common']],
  ])('%j: %j', (password, codes) => {
    expect(faultsOf(password)).toEqual(codes);
  });

  it('one kind of sign short of fifteen is refused, fifteen are taken', () => {
    expect(faultsOf('housetreegarde')).toEqual(['too_simple']);
    expect(faultsOf('housetreegarden')).toEqual([]);
  });

  it('a sign outside of the basic plane is one sign', () => {
    expect(faultsOf('𠮷𠮷𠮷𠮷Aa1')).toEqual(['too_short']);
    expect(faultsOf('𠮷𠮷𠮷𠮷Aa1x')).toEqual([]);
  });

  it('of an administrator twelve are asked, of the one of a centre eight', () => {
    expect(faultsOf('Tree-42-xyz', AUDITOR)).toEqual(['too_short']);
    expect(faultsOf('Tree-42-xyzw', AUDITOR)).toEqual([]);
    expect(faultsOf('Tree-42x', { ...CLERK, roles: ['CENTRE_ADMINISTRATOR'] })).toEqual([]);
  });

  it('the last one is not taken again, another one is', () => {
    expect(faultsOf('Tree-42x', { ...CLERK, last: 'Tree-42x' })).toEqual(['same_as_last']);
    expect(faultsOf('Tree-42x', { ...CLERK, last: 'Tree-42X' })).toEqual([]);
  });

  it('a name of two letters is no part of a password that could be forbidden', () => {
    expect(faultsOf('Tree-li-42', { ...CLERK, loginName: 'li' })).toEqual([]);
    expect(faultsOf('Tree-lin-42', { ...CLERK, loginName: 'lin' })).toEqual([
      'contains_login_name',
    ]);
  });

  it('says all that is wrong at once, each with what to do', () => {
    const faults = whyPasswordIsRefused('admin', { loginName: 'admin', roles: ['AUDITOR'] });
    expect(faults).toEqual([
      { code: 'password.too_short', detail: '密码至少 12 位。' },
      {
        code: 'password.too_simple',
        detail: '密码应含大写字母、小写字母、数字、符号中的至少三种，或长度不少于 15 位。',
      },
      { code: 'password.contains_login_name', detail: '密码不能包含账号名。' },
      { code: 'password.too_common', detail: '这个密码太常见，容易被猜到，请换一个。' },
    ]);
  });
});
