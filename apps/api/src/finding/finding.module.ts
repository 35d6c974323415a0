import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { DeadlinesModule } from '../deadlines/index.js';
import { IdentityModule } from '../identity/index.js';
import { IntakeModule } from '../intake/index.js';
import { WorkflowModule } from '../workflow/index.js';
import { ExportJobs } from './export-jobs.js';
import { ExportProgress } from './export-progress.js';
import { ExportedLists } from './exported-lists.js';
import { Exports } from './exports.js';
import { ExportsController } from './exports.controller.js';
import { FiltersController } from './filters.controller.js';
import { FindingController } from './finding.controller.js';
import { SavedFilters } from './saved-filters.js';
import { SearchCases } from './search-cases.js';
import { WorklistsQueries } from './worklists.queries.js';
import { WriteExports } from './write-exports.js';

@Module({
  imports: [CatalogModule, DeadlinesModule, IdentityModule, IntakeModule, WorkflowModule],
  controllers: [FindingController, FiltersController, ExportsController],
  providers: [
    ExportJobs,
    ExportProgress,
    ExportedLists,
    Exports,
    SavedFilters,
    SearchCases,
    WorklistsQueries,
    WriteExports,
  ],
  exports: [ExportJobs],
})
export class FindingModule {}
