import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { SETTINGS, type Settings } from '@yikou/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Does, type SignedInRequest } from './actor.js';
import { DescribeAccount } from './describe-account.js';
import { AccountDto, SessionDto, SignInDto } from './identity.dto.js';
import { OpenSession } from './open-session.js';
import { SignOut } from './sign-out.js';
import { SESSION_COOKIE } from './tokens.js';

@ApiTags('identity')
@Controller('api/v1')
export class IdentityController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly signOut: SignOut,
    private readonly describeAccount: DescribeAccount,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('sessions')
  @Does('session.open')
  @ApiOperation({ operationId: 'signIn', summary: '登录，取得会话令牌' })
  async create(
    @Body() body: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.openSession.run(body);
    reply.setCookie(SESSION_COOKIE, session.token, this.cookie(session.expiresAt));
    return session;
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiBearerAuth()
  @Does('session.close')
  @ApiOperation({ operationId: 'signOut', summary: '退出登录，令牌立即失效' })
  async remove(
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
    await this.signOut.run(request.actor?.sessionId ?? '');
  }

  @Get('me')
  @ApiBearerAuth()
  @Does('me.read')
  @ApiOperation({ operationId: 'me', summary: '当前登录人及其单位、岗位' })
  me(@CurrentActor() actor: Actor): Promise<AccountDto> {
    return this.describeAccount.run(actor);
  }

  private cookie(expires: Date) {
    const { production: secure } = this.settings;
    return { httpOnly: true, sameSite: 'strict', path: '/', secure, expires } as const;
  }
}
