export { Account, Session, SignInFailure } from './account.entity.js';
export { ACTION, CurrentActor, Does } from './actor.js';
export { IdentityModule } from './identity.module.js';
