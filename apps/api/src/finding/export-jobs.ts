import { Injectable } from '@nestjs/common';
import { Loops } from '@yikou/platform';
import { ExportProgress } from './export-progress.js';
import { WriteExports } from './write-exports.js';

/** How long somebody waits before their export begins. */
const EXPORTS_MS = 1000;
const EXPIRY_MS = 60_000;

/** What the worker does for exports. */
@Injectable()
export class ExportJobs {
  constructor(
    private readonly writeExports: WriteExports,
    private readonly progress: ExportProgress,
    private readonly loops: Loops,
  ) {}

  start(): void {
    this.loops.start('exports', EXPORTS_MS, () => this.writeExports.run());
    this.loops.start('exports expiring', EXPIRY_MS, () => this.progress.expire());
  }
}
