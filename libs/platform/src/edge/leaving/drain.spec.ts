import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDoor, type TestDoor } from '../../testing/test-door.js';
import { until } from '../../testing/until.js';

describe('F5: leaving', () => {
  let door: TestDoor;
  let agent: http.Agent;
  beforeEach(async () => {
    door = await openTestDoor();
    agent = new http.Agent({ keepAlive: true });
  });
  afterEach(async () => {
    agent.destroy();
    door.gate.letThrough();
    await door.close();
  });

  /** Over a connection that is kept, as browsers and proxies keep theirs. */
  async function ask(path: string): Promise<{ status: number; connection: string | undefined }> {
    const request = http.get({ agent, host: '127.0.0.1', port: door.port, path });
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    response.resume();
    await once(response, 'end');
    return { status: response.statusCode ?? 0, connection: response.headers.connection };
  }
  const connects = () =>
    new Promise<string>((resolve) => {
      const socket = net.connect(door.port, '127.0.0.1');
      socket.once('connect', () => (socket.destroy(), resolve('taken')));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    });

  it('waits for the requests in hand, takes no new connection, and says what it waits for', async () => {
    const slow = ask('/api/v1/slow');
    await until('it is in hand', () => door.gate.waiting === 1);
    let left = false;
    const leaving = door.edge.drain.finish(0).then(() => (left = true));
    await until('no connection is taken', async () => (await connects()) === 'ECONNREFUSED');
    expect(left).toBe(false);
    expect(door.edge.drain.held()).toEqual([expect.stringMatching(/^GET \/api\/v1\/slow \(\d/)]);
    door.gate.letThrough();
    expect(await slow).toEqual({ status: 200, connection: 'close' });
    await leaving;
    expect(door.edge.drain.held()).toEqual([]);
  });

  it('answers what still comes over a kept connection, and asks its caller to go elsewhere', async () => {
    expect((await ask('/api/v1/things/1')).connection).not.toBe('close');
    const leaving = door.edge.drain.finish(0);
    await until('no connection is taken', async () => (await connects()) === 'ECONNREFUSED');
    expect(await ask('/api/v1/things/2')).toEqual({ status: 200, connection: 'close' });
    await leaving;
  });

  it('a connection that nobody uses does not keep it', async () => {
    await ask('/api/v1/things/1');
    const idle = net.connect(door.port, '127.0.0.1');
    await once(idle, 'connect');
    const begun = performance.now();
    await door.edge.drain.finish(0);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(idle.readyState).not.toBe('open');
  });

  it('serves on for the time of grace, as if nothing were', async () => {
    const leaving = door.edge.drain.finish(600);
    expect(door.edge.drain.begun).toBe(true);
    const served: string[] = [];
    const begun = performance.now();
    while (performance.now() - begun < 400) {
      const { status, connection } = await ask('/api/v1/things/1');
      served.push(`${status} ${connection}`);
      expect(await connects()).toBe('taken');
    }
    expect(new Set(served)).toEqual(new Set(['200 keep-alive']));
    await leaving;
    expect(await connects()).toBe('ECONNREFUSED');
  });
});
