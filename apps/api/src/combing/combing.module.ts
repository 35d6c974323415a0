import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { CancelImport } from './cancel-import.js';
import { CellStore } from './cell.store.js';
import { CombingJobs } from './combing.jobs.js';
import { DecideCell } from './decide-cell.js';
import { EntriesController } from './entries.controller.js';
import { ImportProgress } from './import-progress.js';
import { ImportQueries } from './import.queries.js';
import { ImportsController } from './imports.controller.js';
import { ListFiles } from './list-files.js';
import { MatrixController } from './matrix.controller.js';
import { MatrixQueries } from './matrix.queries.js';
import { RefreshComparisons } from './refresh-comparisons.js';
import { RunImports } from './run-imports.js';
import { SettleEntry } from './settle-entry.js';
import { SubmitList } from './submit-list.js';
import { UnsettledQueries } from './unsettled.queries.js';
import { WriteList } from './write-list.js';

@Module({
  imports: [CatalogModule],
  controllers: [ImportsController, EntriesController, MatrixController],
  providers: [
    CancelImport,
    CellStore,
    CombingJobs,
    DecideCell,
    ImportProgress,
    ImportQueries,
    ListFiles,
    MatrixQueries,
    RefreshComparisons,
    RunImports,
    SettleEntry,
    SubmitList,
    UnsettledQueries,
    WriteList,
  ],
  exports: [CombingJobs, RefreshComparisons, RunImports],
})
export class CombingModule {}
