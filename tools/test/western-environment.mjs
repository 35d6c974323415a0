import { TestEnvironment } from 'jest-environment-node';

/** A machine far west of Greenwich and of the district: a rule that looks at its zone shows itself. */
const ZONE = 'America/Los_Angeles';

export default class WesternEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.before = process.env.TZ;
    // The real environment of the worker: what the tests see of it is a copy without any effect.
    process.env.TZ = ZONE;
  }

  async teardown() {
    if (this.before === undefined) delete process.env.TZ;
    else process.env.TZ = this.before;
    await super.teardown();
  }
}
