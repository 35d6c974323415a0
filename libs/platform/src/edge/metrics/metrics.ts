import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { LoopStatus } from '../../jobs/loops.js';
import type { RequestObserver } from '../requests/watch-requests.js';
import { gauges } from './gauges.js';
import { KeptReading } from './kept-reading.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The numbers of one process, as Prometheus collects them. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor() {
    // Process, memory, garbage collection and the lag of the event loop.
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by the pattern of the route',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
  }

  /** Sees every request of the door it is given to. */
  requestObserver(): RequestObserver {
    return {
      finished: ({ method, route, status, ms }) => {
        const family = `${Math.floor(status / 100)}xx`;
        this.requests.observe({ method, route, status: family }, ms / 1000);
      },
    };
  }

  /**
   * Numbers that have to be asked for, most likely of the database.
   *
   * @param name under which a failing collector is told of
   * @param help of each number, by its name
   * @param read has to end by itself in good time; it is asked at most every five seconds
   */
  collect<Name extends string>(
    name: string,
    help: Readonly<Record<Name, string>>,
    read: () => Promise<Partial<Record<Name, number>>>,
  ): void {
    const reading = new KeptReading(read);
    for (const gauge of Object.keys(help) as Name[]) {
      this.gauge(gauge, help[gauge], async () => (await reading.latest())?.[gauge]);
    }
    this.gauge(`yikou_collector_${name}_failures`, `Readings of ${name} that failed`, async () => {
      await reading.latest();
      return reading.failures;
    });
  }

  /** How the loops of this process are doing. */
  watchLoops(status: () => readonly LoopStatus[]): void {
    const labelNames = ['job'] as const;
    const registers = [this.registry];
    const each = (set: (job: string, loop: LoopStatus) => void) =>
      status().forEach((loop) => set(loop.name, loop));
    new Counter({
      name: 'yikou_job_turns_total',
      help: 'Turns that a job has ended',
      labelNames,
      registers,
      collect() {
        this.reset();
        each((job, { turns }) => this.inc({ job }, turns));
      },
    });
    new Counter({
      name: 'yikou_job_failures_total',
      help: 'Turns that ended in an error',
      labelNames,
      registers,
      collect() {
        this.reset();
        each((job, { failures }) => this.inc({ job }, failures));
      },
    });
    new Gauge({
      name: 'yikou_job_success_age_seconds',
      help: 'Since a job last ended a turn well',
      labelNames,
      registers,
      collect() {
        each((job, { sinceSuccess }) => this.set({ job }, sinceSuccess));
      },
    });
  }

  /** A single number, looked up whenever somebody collects; left out while it is not known. */
  gauge(name: string, help: string, read: () => Promise<number | undefined> | number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await read();
        if (value === undefined) this.remove();
        else this.set(value);
      },
    });
  }

  /** The media type and the text of all numbers. */
  async page(): Promise<{ type: string; text: string }> {
    for (const { name, help } of gauges.all()) {
      if (this.registry.getSingleMetric(name)) continue;
      this.gauge(name, help, async () => gauges.all().find((one) => one.name === name)?.value);
    }
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}
