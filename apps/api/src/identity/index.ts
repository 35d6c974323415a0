export { Account, AccountSecret, ExternalIdentity, RoleGrant } from './account.entity.js';
export { ACTION, CurrentActor, Does } from './actor.js';
export { ColleagueQueries } from './colleague.queries.js';
export { createFirstSecurityAdministrator } from './first-administrator.js';
export { forgetSessionsBefore } from './forget-sessions.js';
export { IdentityModule } from './identity.module.js';
export { hashPassword } from './password-hash.js';
export { OidcAttempt, RefreshToken, Session, SignInFailure } from './session.entity.js';
