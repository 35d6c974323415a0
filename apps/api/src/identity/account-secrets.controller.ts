import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../path-params.js';
import { OneTimePasswordDto } from './accounts.dto.js';
import { CurrentActor, Does, type SignedIn } from './actor.js';
import { ResetPassword } from './reset-password.js';
import { ResetSecondFactor } from './reset-second-factor.js';
import { SessionListDto } from './session.dto.js';
import { SessionsOfAccount } from './sessions-of-account.js';

/** What an account proves itself with, and where it is signed in. */
@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/accounts/:id')
export class AccountSecretsController {
  constructor(
    private readonly resetPassword: ResetPassword,
    private readonly resetSecondFactor: ResetSecondFactor,
    private readonly sessions: SessionsOfAccount,
  ) {}

  @Post('password-reset')
  @HttpCode(200)
  @Does('account.resetPassword')
  @ApiOperation({ operationId: 'resetPassword', summary: '重置密码，取得只显示一次的一次性密码' })
  password(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: SignedIn,
  ): Promise<OneTimePasswordDto> {
    return this.resetPassword.run(id, actor);
  }

  @Post('second-factor-reset')
  @HttpCode(204)
  @Does('account.resetSecondFactor')
  @ApiOperation({ operationId: 'resetSecondFactor', summary: '重置动态验证码，本人须重新绑定' })
  secondFactor(@Param('id', UuidParam) id: string, @CurrentActor() actor: SignedIn): Promise<void> {
    return this.resetSecondFactor.run(id, actor);
  }

  @Get('sessions')
  @Does('account.listSessions')
  @ApiOperation({ operationId: 'listSessionsOfAccount', summary: '账号仍有效的登录，新的在前' })
  list(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: SignedIn,
  ): Promise<SessionListDto> {
    return this.sessions.list(id, actor);
  }

  @Delete('sessions')
  @HttpCode(204)
  @Does('account.revokeSession')
  @ApiOperation({ operationId: 'revokeSessionsOfAccount', summary: '结束账号的所有登录' })
  removeAll(@Param('id', UuidParam) id: string, @CurrentActor() actor: SignedIn): Promise<void> {
    return this.sessions.endAll(id, actor);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Does('account.revokeSession')
  @ApiOperation({ operationId: 'revokeSessionOfAccount', summary: '结束账号的一次登录' })
  remove(
    @Param('id', UuidParam) id: string,
    @Param('sessionId', UuidParam) sessionId: string,
    @CurrentActor() actor: SignedIn,
  ): Promise<void> {
    return this.sessions.end(id, sessionId, actor);
  }
}
