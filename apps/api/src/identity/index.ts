export { Account, Session, SignInFailure } from './account.entity.js';
export { CurrentActor, Public, PUBLIC } from './actor.js';
export { IdentityModule } from './identity.module.js';
