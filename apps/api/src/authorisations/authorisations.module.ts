import { Module } from '@nestjs/common';
import { AnnounceEndings } from './announce-endings.js';
import { AuthorisationQueries } from './authorisation.queries.js';
import { AuthorisationsController } from './authorisations.controller.js';
import { GrantAuthorisation } from './grant-authorisation.js';
import { RevokeAuthorisation } from './revoke-authorisation.js';

@Module({
  controllers: [AuthorisationsController],
  providers: [AnnounceEndings, AuthorisationQueries, GrantAuthorisation, RevokeAuthorisation],
  exports: [AnnounceEndings, AuthorisationQueries],
})
export class AuthorisationsModule {}
