import { isIP } from 'node:net';

/** What the doors of the processes read: limits, probes, traces and how they leave. */
export interface EdgeSettings {
  /** Proxies whose X-Forwarded-For is believed; with none, the address is the socket's own. */
  trustedProxies: readonly string[];
  /** Requests a minute. */
  rates: {
    /** Of one account, or one client of another system. */
    account: number;
    /** From one address, whoever calls. */
    address: number;
    /** From one address where somebody could guess: signing in, looking up progress. */
    signIn: number;
  };
  /** With it `/metrics` may be read from anywhere; without, from this machine alone. */
  metricsToken: string | undefined;
  /** Port on which the worker answers probes; 0 for none. */
  workerPort: number;
  /** How long an api that is told to stop still takes requests, so that a proxy sees it first. */
  drainMs: number;
  /** Where traces are sent; undefined loads nothing of it. */
  otlpEndpoint: string | undefined;
}

const MOST_REQUESTS = 10_000_000;
/** Below the ten seconds in which a process must be gone. */
const LONGEST_DRAIN_MS = 6000;
const DRAIN_IN_PRODUCTION_MS = 2000;
/** Short enough to be guessed is no secret. */
const SHORTEST_TOKEN = 16;
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** @throws Error with one line naming the variable that is wrong */
export function readEdgeSettings(env: NodeJS.ProcessEnv): EdgeSettings {
  const production = env['NODE_ENV'] === 'production';
  return Object.freeze({
    trustedProxies: proxies(env['YIKOU_TRUST_PROXY']),
    rates: Object.freeze({
      account: between(env, 'YIKOU_RATE_ACCOUNT', 600, [1, MOST_REQUESTS]),
      address: between(env, 'YIKOU_RATE_ADDRESS', 1200, [1, MOST_REQUESTS]),
      signIn: between(env, 'YIKOU_RATE_SIGN_IN', 30, [1, MOST_REQUESTS]),
    }),
    metricsToken: token(env['YIKOU_METRICS_TOKEN']),
    workerPort: between(env, 'YIKOU_WORKER_PORT', 0, [0, 65535]),
    drainMs: between(env, 'YIKOU_DRAIN_MS', production ? DRAIN_IN_PRODUCTION_MS : 0, [
      0,
      LONGEST_DRAIN_MS,
    ]),
    otlpEndpoint: endpoint(env['OTEL_EXPORTER_OTLP_ENDPOINT']),
  });
}

function between(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  const raw = env[name];
  if (raw === undefined || raw === '') return otherwise;
  const value = Number(raw);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${raw}"`);
}

function proxies(raw = ''): string[] {
  const parts = raw.split(',').map((part) => part.trim());
  const named = parts.filter((part) => part !== '');
  for (const part of named) {
    if (!NETWORKS.includes(part) && !isAddressOrNetwork(part)) {
      throw new Error(`YIKOU_TRUST_PROXY takes addresses, networks or ${NETWORKS.join(', ')}`);
    }
  }
  return named;
}

function isAddressOrNetwork(part: string): boolean {
  const [address = '', bits, ...more] = part.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  // A network of everybody would let every caller choose the address it is counted under.
  return bits === undefined || (/^\d{1,3}$/.test(bits) && isWidth(Number(bits), version));
}

function isWidth(bits: number, version: number): boolean {
  return bits > 0 && bits <= (version === 4 ? 32 : 128);
}

function token(raw: string | undefined): string | undefined {
  if (!raw) return undefined;
  if (raw.length >= SHORTEST_TOKEN) return raw;
  // The value is a secret: it is not repeated.
  throw new Error(`YIKOU_METRICS_TOKEN must have at least ${SHORTEST_TOKEN} characters`);
}

function endpoint(raw: string | undefined): string | undefined {
  if (!raw) return undefined;
  if (URL.canParse(raw) && /^https?:$/.test(new URL(raw).protocol)) return raw.replace(/\/+$/, '');
  throw new Error('OTEL_EXPORTER_OTLP_ENDPOINT must be an http:// or https:// address');
}
