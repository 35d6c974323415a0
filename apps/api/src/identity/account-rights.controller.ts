import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../path-params.js';
import { GrantRoleDto, LinkIdentityDto, ManagedAccountDto } from './accounts.dto.js';
import { CurrentActor, Does, type SignedIn } from './actor.js';
import { GrantRole } from './grant-role.js';
import { LinkIdentity } from './link-identity.js';
import { RevokeRole } from './revoke-role.js';

/** What an account may do, and under what name a provider of sign-ins knows it. */
@ApiTags('accounts')
@ApiBearerAuth()
@ApiHeader({ name: 'Idempotency-Key', required: false })
@Controller('api/v1/accounts/:id')
export class AccountRightsController {
  constructor(
    private readonly grantRole: GrantRole,
    private readonly revokeRole: RevokeRole,
    private readonly linkIdentity: LinkIdentity,
  ) {}

  @Post('grants')
  @HttpCode(200)
  @Does('role.grant')
  @ApiOperation({ operationId: 'grantRole', summary: '授予岗位及其有效期；三类管理员互斥' })
  grant(
    @Param('id', UuidParam) id: string,
    @Body() body: GrantRoleDto,
    @CurrentActor() actor: SignedIn,
  ): Promise<ManagedAccountDto> {
    return this.grantRole.run(id, body, actor);
  }

  @Delete('grants/:grantId')
  @Does('role.revoke')
  @ApiOperation({ operationId: 'revokeRole', summary: '收回岗位，即时生效' })
  revoke(
    @Param('id', UuidParam) id: string,
    @Param('grantId', UuidParam) grantId: string,
    @CurrentActor() actor: SignedIn,
  ): Promise<ManagedAccountDto> {
    return this.revokeRole.run(id, grantId, actor);
  }

  @Post('external-identities')
  @HttpCode(200)
  @Does('account.link')
  @ApiOperation({ operationId: 'linkIdentity', summary: '关联统一身份' })
  link(
    @Param('id', UuidParam) id: string,
    @Body() body: LinkIdentityDto,
    @CurrentActor() actor: SignedIn,
  ): Promise<ManagedAccountDto> {
    return this.linkIdentity.run(id, body, actor);
  }

  @Delete('external-identities/:identityId')
  @Does('account.unlink')
  @ApiOperation({ operationId: 'unlinkIdentity', summary: '解除统一身份关联' })
  unlink(
    @Param('id', UuidParam) id: string,
    @Param('identityId', UuidParam) identityId: string,
    @CurrentActor() actor: SignedIn,
  ): Promise<ManagedAccountDto> {
    return this.linkIdentity.undo(id, identityId, actor);
  }
}
