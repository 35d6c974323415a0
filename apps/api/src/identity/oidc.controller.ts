import { Controller, Get, Query, Redirect, UseInterceptors } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Does } from './actor.js';
import { BeginOidc } from './begin-oidc.js';
import { CurrentDevice, type Device } from './device.js';
import { FinishOidc } from './finish-oidc.js';
import { CurrentCallback, OidcWalk, type OidcCallback, type Walk } from './oidc-walk.js';
import { OidcProvider } from './oidc-provider.js';
import { OidcStartDto } from './oidc.dto.js';
import { SignInWaysDto } from './session.dto.js';

/** Signing in by a provider (OpenID Connect); browsers come here by themselves, no page calls it. */
@ApiTags('identity')
@Controller('api/v1')
export class OidcController {
  constructor(
    private readonly provider: OidcProvider,
    private readonly beginOidc: BeginOidc,
    private readonly finishOidc: FinishOidc,
  ) {}

  @Get('sign-in-ways')
  @Does('session.ways')
  @ApiOperation({ operationId: 'signInWays', summary: '可用的登录方式' })
  ways(): SignInWaysDto {
    return { password: true, oidc: this.provider.isOffered };
  }

  @Get('oidc/start')
  @Redirect()
  @UseInterceptors(OidcWalk)
  @Does('session.openByProvider')
  @ApiFoundResponse({ description: '转到统一身份认证' })
  @ApiOperation({ operationId: 'startOidc', summary: '转到统一身份认证登录' })
  start(@Query() { returnTo }: OidcStartDto): Promise<Walk> {
    return this.beginOidc.run(returnTo);
  }

  @Get('oidc/callback')
  @Redirect()
  @UseInterceptors(OidcWalk)
  @Does('session.openByProvider')
  @ApiFoundResponse({ description: '登录成功转到原页面，否则转到登录页并说明原因' })
  @ApiOperation({ operationId: 'finishOidc', summary: '统一身份认证登录后返回' })
  finish(
    @CurrentCallback() callback: OidcCallback,
    @CurrentDevice() device: Device,
  ): Promise<Walk> {
    return this.finishOidc.run(callback, device);
  }
}
