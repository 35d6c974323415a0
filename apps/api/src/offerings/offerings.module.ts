import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { ChangeLocalContent } from './change-local-content.js';
import { CheckReadiness } from './check-readiness.js';
import { CloneQueries } from './clone.queries.js';
import { ClonesController } from './clones.controller.js';
import { CoverageQueries } from './coverage.queries.js';
import { DecideException } from './decide-exception.js';
import { EntryController } from './entry.controller.js';
import { ExceptionQueries } from './exception.queries.js';
import { OfferedItems } from './offered-items.js';
import { OfferingQueries } from './offering.queries.js';
import { OfferingsController } from './offerings.controller.js';
import { OfferItem } from './offer-item.js';
import { RequestException } from './request-exception.js';
import { RunClone } from './run-clone.js';
import { UndoClone } from './undo-clone.js';
import { WithdrawOffering } from './withdraw-offering.js';

@Module({
  imports: [CatalogModule],
  controllers: [OfferingsController, EntryController, ClonesController],
  providers: [
    ChangeLocalContent,
    CheckReadiness,
    CloneQueries,
    CoverageQueries,
    DecideException,
    ExceptionQueries,
    OfferedItems,
    OfferingQueries,
    OfferItem,
    RequestException,
    RunClone,
    UndoClone,
    WithdrawOffering,
  ],
  exports: [OfferedItems],
})
export class OfferingsModule {}
