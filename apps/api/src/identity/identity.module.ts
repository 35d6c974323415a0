import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DeclaredActions } from './declared-actions.js';
import { DescribeAccount } from './describe-account.js';
import { IdentityController } from './identity.controller.js';
import { OpenSession } from './open-session.js';
import { SessionGuard } from './session.guard.js';
import { SessionQueries } from './session.queries.js';
import { SignIn } from './sign-in.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignOut } from './sign-out.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [IdentityController],
  providers: [
    DeclaredActions,
    DescribeAccount,
    OpenSession,
    SessionQueries,
    SignIn,
    SignInAttempts,
    SignOut,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
})
export class IdentityModule {}
