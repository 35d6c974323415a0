import { Injectable } from '@nestjs/common';
import { Loops } from '@yikou/platform';
import { RefreshComparisons } from './refresh-comparisons.js';
import { RunImports } from './run-imports.js';

/** How long somebody waits before the import of their list begins. */
const IMPORTS_MS = 1000;
const COMPARISONS_MS = 60_000;

/** What the worker does for the lists of the streets. */
@Injectable()
export class CombingJobs {
  constructor(
    private readonly runImports: RunImports,
    private readonly refreshComparisons: RefreshComparisons,
    private readonly loops: Loops,
  ) {}

  start(): void {
    this.loops.start('street list imports', IMPORTS_MS, () => this.runImports.drain());
    this.loops.start('street list comparisons', COMPARISONS_MS, () =>
      this.refreshComparisons.run(),
    );
  }
}
