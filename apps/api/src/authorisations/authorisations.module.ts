import { Module } from '@nestjs/common';
import { AnnounceEndings } from './announce-endings.js';
import { AuthorisationDocument } from './authorisation-document.js';
import { AuthorisationQueries } from './authorisation.queries.js';
import { AuthorisationsController } from './authorisations.controller.js';
import { GrantAuthorisation } from './grant-authorisation.js';
import { RevokeAuthorisation } from './revoke-authorisation.js';

@Module({
  controllers: [AuthorisationsController],
  providers: [
    AnnounceEndings,
    AuthorisationDocument,
    AuthorisationQueries,
    GrantAuthorisation,
    RevokeAuthorisation,
  ],
  exports: [AnnounceEndings, AuthorisationQueries],
})
export class AuthorisationsModule {}
