import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccountQueries } from './account.queries.js';
import { AccountRightsController } from './account-rights.controller.js';
import { AccountSecretsController } from './account-secrets.controller.js';
import { AccountsController } from './accounts.controller.js';
import { BeginOidc } from './begin-oidc.js';
import { BeginSecondFactor } from './begin-second-factor.js';
import { ChangeAccount } from './change-account.js';
import { ChangeOwnPassword } from './change-own-password.js';
import { ColleagueQueries } from './colleague.queries.js';
import { ConfirmSecondFactor } from './confirm-second-factor.js';
import { CreateAccount } from './create-account.js';
import { Credentials } from './credentials.js';
import { DeclaredActions } from './declared-actions.js';
import { DescribeAccount } from './describe-account.js';
import { DescribeSession } from './describe-session.js';
import { DropSecondFactor } from './drop-second-factor.js';
import { FinishOidc } from './finish-oidc.js';
import { GrantRole } from './grant-role.js';
import { LinkIdentity } from './link-identity.js';
import { ListSessions } from './list-sessions.js';
import { ManagedAccounts } from './managed-accounts.js';
import { MeController } from './me.controller.js';
import { OidcController } from './oidc.controller.js';
import { OidcProvider } from './oidc-provider.js';
import { OidcWalk } from './oidc-walk.js';
import { OpenSession } from './open-session.js';
import { OwnProof } from './own-proof.js';
import { ProveSession } from './prove-session.js';
import { RefreshSession } from './refresh-session.js';
import { ResetPassword } from './reset-password.js';
import { ResetSecondFactor } from './reset-second-factor.js';
import { RevokeRole } from './revoke-role.js';
import { RevokeSessions } from './revoke-sessions.js';
import { SecondFactorProof } from './second-factor-proof.js';
import { SecondFactorSecrets } from './second-factor-secrets.js';
import { SessionAnswer, SessionFarewell } from './session-answer.js';
import { SessionCookies } from './session-cookies.js';
import { SessionGuard } from './session.guard.js';
import { SessionOpener } from './session-opener.js';
import { SessionQueries } from './session.queries.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsOfAccount } from './sessions-of-account.js';
import { SignIn } from './sign-in.js';
import { SignInAttempts } from './sign-in-attempts.js';

const SESSIONS = [
  Credentials,
  DescribeSession,
  ListSessions,
  OpenSession,
  RefreshSession,
  RevokeSessions,
  SessionAnswer,
  SessionCookies,
  SessionFarewell,
  SessionOpener,
  SessionQueries,
  SignIn,
  SignInAttempts,
];

const BY_PROVIDER = [BeginOidc, FinishOidc, OidcProvider, OidcWalk];

const OWN_ACCOUNT = [
  BeginSecondFactor,
  ChangeOwnPassword,
  ConfirmSecondFactor,
  DescribeAccount,
  DropSecondFactor,
  OwnProof,
  ProveSession,
  SecondFactorProof,
  SecondFactorSecrets,
];

const ACCOUNTS = [
  AccountQueries,
  ChangeAccount,
  CreateAccount,
  GrantRole,
  LinkIdentity,
  ManagedAccounts,
  ResetPassword,
  ResetSecondFactor,
  RevokeRole,
  SessionsOfAccount,
];

@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionsController,
    OidcController,
    MeController,
    AccountsController,
    AccountRightsController,
    AccountSecretsController,
  ],
  providers: [
    ColleagueQueries,
    DeclaredActions,
    ...SESSIONS,
    ...BY_PROVIDER,
    ...OWN_ACCOUNT,
    ...ACCOUNTS,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [ColleagueQueries, SessionQueries],
})
export class IdentityModule {}
