import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../up/settings.mjs';

interface Service {
  image: string;
  user: string;
  read_only: boolean;
  restart: string;
  command: string | string[];
  cap_drop: string[];
  environment: Record<string, string>;
  healthcheck?: object;
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  deploy: { replicas?: number; resources: { limits: { cpus: string; memory: string } } };
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const text = read('docker-compose.yml');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
};

describe('docker-compose.yml', () => {
  it.each(Object.keys(services))('%s is confined', (name) => {
    const { user, read_only, cap_drop, deploy } = service(name);
    expect(user).toMatch(/^(node|postgres|redis|nginx)$/);
    expect(read_only).toBe(true);
    expect(cap_drop).toEqual(['ALL']);
    expect(deploy.resources.limits).toEqual({
      cpus: expect.any(String),
      memory: expect.any(String),
    });
  });

  it('runs two api and two workers behind one port', () => {
    expect(service('api').deploy.replicas).toBe(2);
    expect(service('worker').deploy.replicas).toBe(2);
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['proxy']);
  });

  it('migrates once, before anything else', () => {
    expect(service('migrate').restart).toBe('no');
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on?.['migrate']?.condition).toBe(
        'service_completed_successfully',
      );
    }
  });

  it.each(['postgres', 'redis', 'api', 'worker', 'proxy'])(
    'looks after the health of %s',
    (name) => {
      expect(service(name).healthcheck).toBeDefined();
    },
  );

  it('keeps what Redis is told', () => {
    expect(service('redis').command).toContain('--appendonly yes');
    expect(service('redis').command).toContain('--maxmemory-policy noeviction');
  });

  it('holds no secret', () => {
    const secrets =
      text.match(/^.*(_PASSWORD: |--requirepass|(postgres|redis):\/\/\w*:).*$/gm) ?? [];
    expect(secrets.length).toBeGreaterThan(3);
    for (const line of secrets) expect(line).toContain('_PASSWORD:?set');
  });

  it('gives the services a role of their own, and the owner’s to nobody but the migrations', () => {
    const owners = Object.keys(services).filter(
      (name) => services[name]?.environment?.['MIGRATOR_DATABASE_URL'],
    );
    expect(owners).toEqual(['migrate']);
    const userOf = (url = '') => new URL(url.replaceAll(/\$\{[^}]*\}/g, 'x')).username;
    const { environment } = service('migrate');
    expect(userOf(environment['MIGRATOR_DATABASE_URL'])).toBe('yikou_owner');
    for (const name of ['migrate', 'api', 'worker']) {
      expect(userOf(service(name).environment['DATABASE_URL'])).toBe('yikou_services');
      expect(service(name).environment['YIKOU_KEY_FILE']).toBe('/run/secrets/yikou_keys');
    }
  });

  it('starts doors that exist', () => {
    for (const name of ['migrate', 'api', 'worker']) {
      const [, door = ''] = service(name).command;
      const source = door.replace('/dist/src/', '/src/').replace(/\.js$/, '.ts');
      expect(existsSync(path.join(root, source))).toBe(true);
    }
  });
});

describe('apps/api/Dockerfile', () => {
  const dockerfile = read('apps/api/Dockerfile');

  it('leaves root before it starts anything', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/\nUSER node\n[^]*\nCMD /);
  });

  it('installs from the manifests of every project', () => {
    for (const home of ['apps', 'libs']) {
      for (const name of readdirSync(path.join(root, home))) {
        expect(dockerfile).toContain(`COPY ${home}/${name}/package.json ${home}/${name}/\n`);
      }
    }
  });
});
