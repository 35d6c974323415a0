import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readPublicSettings } from './public-settings.js';
import { readSettings } from './settings.js';

const DATABASE_URL = 'postgres://yikou@localhost/yikou';

/** Read by files of their own, with specs of their own. */
const OF_OTHERS = { public: readPublicSettings({}), edge: expect.anything(), oidc: undefined };

describe('design §7: the settings', () => {
  it('need a database and nothing else', () => {
    expect(readSettings({ DATABASE_URL })).toEqual({
      port: 3000,
      databaseUrl: DATABASE_URL,
      migratorUrl: undefined,
      redisUrl: undefined,
      dataFolder: path.resolve('.data'),
      keyFile: path.resolve('.data/keys.json'),
      adminFolder: undefined,
      production: false,
      logLevel: 'info',
      poolSize: 10,
      ...OF_OTHERS,
    });
  });

  it('take everything from the environment', () => {
    const env = {
      DATABASE_URL,
      REDIS_URL: 'redis://redis:6379',
      PORT: '0',
      YIKOU_DATA: '/srv/yikou',
      YIKOU_ADMIN: 'admin/dist',
      NODE_ENV: 'production',
      YIKOU_LOG: 'warn',
      YIKOU_POOL: '200',
      YIKOU_KEY_FILE: '/run/secrets/keys',
      MIGRATOR_DATABASE_URL: 'postgres://owner@localhost/yikou',
    };
    expect(readSettings(env)).toEqual({
      port: 0,
      databaseUrl: DATABASE_URL,
      redisUrl: 'redis://redis:6379',
      dataFolder: '/srv/yikou',
      migratorUrl: 'postgres://owner@localhost/yikou',
      keyFile: '/run/secrets/keys',
      adminFolder: path.resolve('admin/dist'),
      production: true,
      logLevel: 'warn',
      poolSize: 200,
      ...OF_OTHERS,
    });
  });

  it.each([{}, { DATABASE_URL: '' }])('name the missing database: %j', (env) => {
    expect(() => readSettings(env)).toThrow('DATABASE_URL is not set');
  });

  it.each([
    ['PORT', 'http', 65535],
    ['PORT', '65536', 65535],
    ['PORT', '-1', 65535],
    ['PORT', '80.5', 65535],
    ['YIKOU_POOL', '201', 200],
    ['YIKOU_POOL', 'NaN', 200],
  ])('name what is wrong: %s=%s', (name, value, max) => {
    expect(() => readSettings({ DATABASE_URL, [name]: value })).toThrow(
      `${name} must be a whole number from 0 to ${max}, not "${value}"`,
    );
  });

  it('an empty variable counts as none, as a compose file passes it', () => {
    const empty = { REDIS_URL: '', PORT: '', YIKOU_DATA: '', YIKOU_ADMIN: '', YIKOU_LOG: '' };
    expect(readSettings({ DATABASE_URL, ...empty })).toEqual(readSettings({ DATABASE_URL }));
  });

  it('are not changed afterwards', () => {
    const settings = readSettings({ DATABASE_URL });
    expect(() => Object.assign(settings, { port: 1 })).toThrow(TypeError);
  });
});
