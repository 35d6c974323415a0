import { describe, expect, it } from '@jest/globals';
import { readEdgeSettings } from './edge-settings.js';

describe('the settings of the doors', () => {
  it('have a sensible value for everything', () => {
    expect(readEdgeSettings({})).toEqual({
      trustedProxies: [],
      rates: { account: 600, address: 1200, signIn: 30 },
      metricsToken: undefined,
      workerPort: 0,
      drainMs: 0,
      otlpEndpoint: undefined,
    });
    expect(readEdgeSettings({ NODE_ENV: 'production' }).drainMs).toBe(2000);
  });

  it('take everything from the environment', () => {
    const env = {
      YIKOU_TRUST_PROXY: '10.0.0.0/8, ::1,uniquelocal',
      YIKOU_RATE_ACCOUNT: '60',
      YIKOU_RATE_ADDRESS: '120',
      YIKOU_RATE_SIGN_IN: '3',
      YIKOU_METRICS_TOKEN: 'sixteen-or-more-characters',
      YIKOU_WORKER_PORT: '3100',
      YIKOU_DRAIN_MS: '500',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
    };
    expect(readEdgeSettings(env)).toEqual({
      trustedProxies: ['10.0.0.0/8', '::1', 'uniquelocal'],
      rates: { account: 60, address: 120, signIn: 3 },
      metricsToken: 'sixteen-or-more-characters',
      workerPort: 3100,
      drainMs: 500,
      otlpEndpoint: 'http://collector:4318',
    });
  });

  it.each([
    ['YIKOU_RATE_SIGN_IN', '0', 'YIKOU_RATE_SIGN_IN must be a whole number from 1'],
    ['YIKOU_RATE_ACCOUNT', 'many', 'YIKOU_RATE_ACCOUNT must be'],
    ['YIKOU_DRAIN_MS', '9000', 'YIKOU_DRAIN_MS must be a whole number from 0 to 6000'],
    ['YIKOU_TRUST_PROXY', 'true', 'YIKOU_TRUST_PROXY takes'],
    ['YIKOU_TRUST_PROXY', '0.0.0.0/0', 'YIKOU_TRUST_PROXY takes'],
    ['YIKOU_TRUST_PROXY', '10.0.0.0/33', 'YIKOU_TRUST_PROXY takes'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'must be an http:// or https:// address'],
  ])('name what is wrong: %s=%s', (name, value, message) => {
    expect(() => readEdgeSettings({ [name]: value })).toThrow(message);
  });

  it('do not repeat a secret that is too short', () => {
    expect(() => readEdgeSettings({ YIKOU_METRICS_TOKEN: 'guess' })).toThrow(
      /^YIKOU_METRICS_TOKEN must have at least 16 characters$/,
    );
  });
});
