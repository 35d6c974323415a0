import { describe, expect, it } from '@jest/globals';
import { JsonLogger, rootLogger } from './json-logger.js';
import { withTraceId } from './trace-id.js';

const IDENTITY = '11010519491231002X';

function recording() {
  const lines: Record<string, unknown>[] = [];
  const log = rootLogger('debug', 'test', {
    write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { log, lines, text: () => JSON.stringify(lines) };
}

describe('the log', () => {
  it('one JSON line with the trace id of the request it belongs to', async () => {
    const { log, lines } = recording();
    const logger = new JsonLogger(log);
    await withTraceId('0af7651916cd43dd8448eb211c80319c', async () => {
      await Promise.resolve();
      logger.log('收到', 'Intake');
    });
    logger.log('启动', 'Boot');
    expect(lines).toMatchObject([
      { msg: '收到', context: 'Intake', traceId: '0af7651916cd43dd8448eb211c80319c', name: 'test' },
      { msg: '启动', context: 'Boot' },
    ]);
    expect(lines[1]).not.toHaveProperty('traceId');
  });

  it('S5: takes no field that is not on its list', () => {
    const { log, lines, text } = recording();
    log.info({ body: { identityNumber: IDENTITY }, headers: { cookie: 'x' }, status: 200 }, 'ok');
    expect(lines[0]).toMatchObject({ status: 200, msg: 'ok' });
    expect(text()).not.toMatch(/identityNumber|cookie/);
  });

  it.each<[string, (log: ReturnType<typeof recording>['log']) => void]>([
    ['a message', (log) => log.error(`failed for ${IDENTITY}`)],
    ['an error', (log) => log.error(new Error(IDENTITY))],
    ['an error with a message beside it', (log) => log.error(new Error(IDENTITY), 'failed')],
    ['an error inside of a field', (log) => log.error({ err: new Error(IDENTITY) }, 'failed')],
    [
      'a value set into a message',
      (log) => log.error('failed for %s and %j', IDENTITY, [IDENTITY]),
    ],
    ['a field of the list', (log) => log.error({ context: IDENTITY }, 'failed')],
    ['an error through NestJS', (log) => new JsonLogger(log).error(new Error(IDENTITY))],
    ['a stack through NestJS', (log) => new JsonLogger(log).error('x', `at ${IDENTITY}`, 'Y')],
    ['a thrown text', (log) => new JsonLogger(log).error(IDENTITY)],
    ['a warning', (log) => new JsonLogger(log).warn(IDENTITY)],
  ])('S5: shows no number that was planted in %s', (_where, write) => {
    const { log, lines, text } = recording();
    write(log);
    expect(lines).toHaveLength(1);
    expect(text()).not.toContain(IDENTITY);
  });
});
