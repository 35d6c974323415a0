import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../identity/index.js';
import {
  EXPORT_STATES,
  exportMayBeCancelled,
  exportMayBeRequested,
  soughtCases,
  WORKLISTS,
  worklistsOf,
} from './index.js';

const NOW = new Date('2026-03-10T09:30:00+08:00');

describe('one search box over cases', () => {
  it.each([
    ['4101030012026031000001', { number: '4101030012026031000001' }],
    ['410103001 20260310', { number: '41010300120260310' }],
    ['４１０１０３', { number: '410103' }],
    ['12345', {}],
    // P5: a whole number is an applicant's, however it was typed; a part of one is nobody's.
    ['11010519491231002x', { applicant: { by: 'identityNumber', number: '11010519491231002X' } }],
    ['110105194912310021', { number: '110105194912310021' }],
    [
      '138 0013 8000',
      { applicant: { by: 'telephone', number: '13800138000' }, number: '13800138000' },
    ],
    ['低保', { words: '低保', name: '低保' }],
    ['最低生活保障', { words: '最低生活保障' }],
    ['zdsh', { words: 'zdsh' }],
    ['EQ-T-05-001', { words: 'EQ-T-05-001' }],
    ['赵', { words: '赵', name: '赵' }],
    ['赵**', { name: '赵**' }],
    ['**', {}],
    ['  ', {}],
  ])('%j', (typed, meanings) => {
    expect(soughtCases(typed, NOW)).toEqual(meanings);
  });
});

describe('worklists of the roles', () => {
  it('a counter has all of them, a section none of the counter’s own', () => {
    expect(worklistsOf({ roles: ['CLERK'] })).toEqual(WORKLISTS);
    expect(worklistsOf({ roles: ['SECTION_HANDLER'] })).toEqual([
      'TO_CLAIM',
      'MINE',
      'TO_UPLOAD',
      'DUE_TODAY',
      'OVERDUE',
      'SUSPENDED',
    ]);
    expect(worklistsOf({ roles: ['DEPARTMENT_APPROVER'] })).not.toContain('TO_UPLOAD');
  });

  it('who only watches has none (R14)', () => {
    const watchers = ROLES.filter((role) => worklistsOf({ roles: [role] }).length === 0);
    expect(watchers).toEqual([
      'DISTRICT_SUPERVISOR',
      'GUIDE',
      'INSPECTOR',
      'AUDITOR',
      'SYSTEM_ADMINISTRATOR',
      'SECURITY_ADMINISTRATOR',
    ]);
  });
});

describe('exports', () => {
  it('only an unfinished one is cancelled', () => {
    const refused = EXPORT_STATES.filter((state) => {
      try {
        exportMayBeCancelled(state);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual(['READY', 'FAILED', 'CANCELLED', 'EXPIRED']);
  });

  it('three of one person wait at once, not four', () => {
    expect(() => exportMayBeRequested(2)).not.toThrow();
    expect(() => exportMayBeRequested(3)).toThrow('3 个导出');
  });
});
