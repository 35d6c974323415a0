import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { CatalogQueries } from './catalog.queries.js';
import { ComposeDraft } from './compose-draft.js';
import { DraftQueries } from './draft.queries.js';
import { DraftVerbsController } from './draft-verbs.controller.js';
import { DraftsController } from './drafts.controller.js';
import { EditDraft } from './edit-draft.js';
import { PerformDraftVerb } from './perform-draft-verb.js';
import { PublishVersion } from './publish-version.js';
import { RetireItem } from './retire-item.js';
import { VersionQueries } from './version.queries.js';
import { VersionsController } from './versions.controller.js';
import { VocabularyQueries } from './vocabulary.queries.js';

@Module({
  controllers: [CatalogController, DraftsController, DraftVerbsController, VersionsController],
  providers: [
    CatalogQueries,
    ComposeDraft,
    DraftQueries,
    EditDraft,
    PerformDraftVerb,
    PublishVersion,
    RetireItem,
    VersionQueries,
    VocabularyQueries,
  ],
  exports: [CatalogQueries, PublishVersion],
})
export class CatalogModule {}
