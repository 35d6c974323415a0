import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { CatalogQueries } from './catalog.queries.js';
import { ComposeDraft } from './compose-draft.js';
import { DraftImportsController } from './draft-imports.controller.js';
import { DraftQueries } from './draft.queries.js';
import { DraftVerbsController } from './draft-verbs.controller.js';
import { DraftsController } from './drafts.controller.js';
import { EditDraft } from './edit-draft.js';
import { ImportDrafts } from './import-drafts.js';
import { OutOfForceQueries } from './out-of-force.queries.js';
import { PerformDraftVerb } from './perform-draft-verb.js';
import { ProposeContent } from './propose-content.js';
import { PublishVersion } from './publish-version.js';
import { ReadDraftImport } from './read-draft-import.js';
import { RetireItem } from './retire-item.js';
import { SearchQueries } from './search.queries.js';
import { StandardItems } from './standard-items.js';
import { VersionQueries } from './version.queries.js';
import { VersionsController } from './versions.controller.js';
import { VocabularyQueries } from './vocabulary.queries.js';

@Module({
  controllers: [
    CatalogController,
    DraftImportsController,
    DraftsController,
    DraftVerbsController,
    VersionsController,
  ],
  providers: [
    CatalogQueries,
    ComposeDraft,
    DraftQueries,
    EditDraft,
    ImportDrafts,
    OutOfForceQueries,
    PerformDraftVerb,
    ProposeContent,
    PublishVersion,
    ReadDraftImport,
    RetireItem,
    SearchQueries,
    StandardItems,
    VersionQueries,
    VocabularyQueries,
  ],
  exports: [CatalogQueries, ProposeContent, PublishVersion, SearchQueries, StandardItems],
})
export class CatalogModule {}
