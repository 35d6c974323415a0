import { writeFileSync } from 'node:fs';

const GRACE_MS = 15_000;

/** Says how many tests passed to whoever asked, and fails a run whose tests left something open. */
export default class FinishedReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, ...results }) {
    // A suite that cannot even be loaded has no test to count, but it has failed.
    const failed = numFailedTests + results.numRuntimeErrorTestSuites;
    const file = process.env.YIKOU_TEST_TOTALS;
    if (file) {
      const totals = { passed: numPassedTests, failed, skipped: numPendingTests };
      writeFileSync(file, JSON.stringify(totals));
    }
    setTimeout(() => {
      console.error(
        '测试留下未关闭的资源 / the tests left something open (try --detectOpenHandles)',
      );
      process.exit(1);
    }, GRACE_MS).unref();
  }
}
