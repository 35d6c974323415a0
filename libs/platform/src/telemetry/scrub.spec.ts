import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { scrub } from './scrub.js';

const IDENTITY = '11010519491231002X';
const MOBILE = '13800138000';
const TOKEN = 'kJ8s0Qz1yX3vB7nM2cL5dF9gH4jK6pR0tW1eU8iO3aS';
const PLANTED = [
  IDENTITY,
  '11010519491231002x',
  '410103199003077756',
  MOBILE,
  '19912345678',
  TOKEN,
];

describe('S5: what must not stand in a log is masked wherever it comes from', () => {
  it.each([
    ['alone', (secret: string) => secret],
    ['in a sentence', (secret: string) => `申请人${secret}，已登记`],
    ['in JSON', (secret: string) => `{"value":"${secret}"}`],
    ['in an address', (secret: string) => `GET /api/v1/progress?number=${secret} failed`],
    ['in a full address', (secret: string) => `https://a.example/x?q=${secret}&r=1`],
    ['in the path of an address', (secret: string) => `GET /api/v1/people/${secret} failed`],
    ['behind an equals sign', (secret: string) => `value=${secret};`],
    ['on a line of a stack', (secret: string) => `Error: ${secret}\n    at run (file.js:1:2)`],
  ])('%s', (_where, sentence) => {
    for (const secret of PLANTED) expect(scrub(sentence(secret))).not.toContain(secret);
  });

  it.each([
    ['with the country in front', `+86${MOBILE}`, MOBILE],
    ['with the country and no sign', `86${MOBILE}`, MOBILE],
    ['in three groups', '138-0013-8000', '0013'],
    ['with blanks', '138 0013 8000', '0013'],
    ['in wide digits', '１３８００１３８０００', '００１３'],
    ['an identity number in wide digits', '１１０１０５１９４９１２３１００２Ｘ', '１９４９'],
    ['two without a gap', `${MOBILE}${IDENTITY}`, '8000'],
  ])('a number %s', (_how, text, part) => {
    expect(scrub(`号码 ${text} 结束`)).not.toContain(part);
  });

  it.each([
    [
      'a key that exists already',
      `Key (identity_number)=(${IDENTITY}) already exists.`,
      'Key (identity_number)=([…]) already exists.',
    ],
    [
      'a name with brackets in it',
      'Key (name, unit)=(赵明远 (二七), 3) already exists.',
      'Key (name, unit)=([…]) already exists.',
    ],
    [
      'a row that breaks a rule',
      'DETAIL:  Failing row contains (7, 赵明远, 大学路街道祥和社区1号).',
      'DETAIL:  Failing row contains ([…]).',
    ],
    [
      'a value of another type',
      'invalid input syntax for type uuid: "赵明远"',
      'invalid input syntax for type uuid: "[…]"',
    ],
  ])('PostgreSQL repeats %s: masked also where no pattern knows it', (_what, text, masked) => {
    expect(scrub(text)).toBe(masked);
  });

  it('the message and the stack of a failed query', () => {
    const driver = Object.assign(
      new Error(`invalid input syntax for type integer: "${IDENTITY}"`),
      {
        detail: `Key (mobile)=(${MOBILE}) already exists.`,
      },
    );
    const error = new QueryFailedError('SELECT $1', [IDENTITY], driver);
    const told = scrub(`${String(error)} ${error.stack} ${driver.detail}`);
    for (const secret of [IDENTITY, MOBILE]) expect(told).not.toContain(secret);
    expect(told).toContain('QueryFailedError');
  });

  it('passwords and tokens', () => {
    const told = scrub(
      `connect postgres://yikou:s3cret@db:5432/yikou; authorization: Bearer abc.def; ` +
        `cookie yikou_session=${TOKEN}; eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln`,
    );
    for (const secret of ['s3cret', 'abc.def', TOKEN, 'eyJ']) expect(told).not.toContain(secret);
    expect(told).toContain('db:5432/yikou');
  });

  it.each([
    'case 0198c2a4-7a51-7c3e-9a3e-0f6c5b1f2d11 at version 3',
    'news deadline.missed 4711 failed: Error: connect ECONNREFUSED 127.0.0.1:5432',
    'duplicate key value violates unique constraint "deadline_events_deadline_id_kind_key"',
    'FST_ERR_FORCE_CLOSE_CONNECTIONS_IDLE_NOT_AVAILABLE',
    '    at run (file:///work/main/libs/platform/dist/jobs/loops.js:57:13)',
    'GET /api/v1/cases/:id/files/:fileId 200 2026-03-10T09:30:00.000Z 1773106200000',
    'EQ-T-05-001-20260310-000123',
  ])('what helps to find a fault stays: %s', (line) => {
    expect(scrub(line)).toBe(line);
  });
});
