import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../path-params.js';
import { CurrentActor, Does, type SignedIn } from './actor.js';
import { CurrentDevice, type Device } from './device.js';
import { ListSessions } from './list-sessions.js';
import { OpenSession } from './open-session.js';
import { ProveSession } from './prove-session.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RefreshSession } from './refresh-session.js';
import { RevokeSessions } from './revoke-sessions.js';
import { SessionAnswer, SessionFarewell } from './session-answer.js';
import {
  AccountDto,
  CodeDto,
  RefreshDto,
  SessionDto,
  SessionListDto,
  SignInDto,
} from './session.dto.js';

@ApiTags('identity')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly refreshSession: RefreshSession,
    private readonly proveSession: ProveSession,
    private readonly listSessions: ListSessions,
    private readonly revokeSessions: RevokeSessions,
  ) {}

  @Post()
  @UseInterceptors(SessionAnswer)
  @Does('session.open')
  @ApiOperation({ operationId: 'signIn', summary: '登录，取得会话令牌' })
  create(@Body() body: SignInDto, @CurrentDevice() device: Device): Promise<SessionDto> {
    return this.openSession.run(body, device);
  }

  @Post('refresh')
  @HttpCode(200)
  @UseInterceptors(SessionAnswer)
  @Does('session.refresh')
  @ApiOperation({ operationId: 'refreshSession', summary: '用续期令牌换取新令牌，旧令牌作废' })
  refresh(
    @Body() body: RefreshDto,
    @RefreshCookie() cookie: string | undefined,
  ): Promise<SessionDto> {
    return this.refreshSession.run(body.refreshToken ?? cookie);
  }

  @Post('current/second-factor')
  @HttpCode(200)
  @ApiBearerAuth()
  @Does('session.prove')
  @ApiOperation({ operationId: 'proveSession', summary: '为本次登录输入动态验证码' })
  prove(@Body() { code }: CodeDto, @CurrentActor() actor: SignedIn): Promise<AccountDto> {
    return this.proveSession.run(code, actor);
  }

  @Get()
  @ApiBearerAuth()
  @Does('session.list')
  @ApiOperation({ operationId: 'listSessions', summary: '本人仍有效的登录，新的在前' })
  list(@CurrentActor() actor: SignedIn): Promise<SessionListDto> {
    return this.listSessions.run(actor.accountId, actor.sessionId);
  }

  @Delete('current')
  @HttpCode(204)
  @ApiBearerAuth()
  @UseInterceptors(SessionFarewell)
  @Does('session.close')
  @ApiOperation({ operationId: 'signOut', summary: '退出登录，令牌立即失效' })
  remove(@CurrentActor() actor: SignedIn): Promise<void> {
    return this.revokeSessions.one(actor.accountId, actor.sessionId);
  }

  @Delete('others')
  @HttpCode(204)
  @ApiBearerAuth()
  @Does('session.revoke')
  @ApiOperation({ operationId: 'revokeOtherSessions', summary: '结束本人的其他登录' })
  removeOthers(@CurrentActor() actor: SignedIn): Promise<void> {
    return this.revokeSessions.allBut(actor.accountId, actor.sessionId);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiBearerAuth()
  @Does('session.revoke')
  @ApiOperation({ operationId: 'revokeSession', summary: '结束本人的一次登录' })
  removeOne(@Param('id', UuidParam) id: string, @CurrentActor() actor: SignedIn): Promise<void> {
    return this.revokeSessions.one(actor.accountId, id);
  }
}
