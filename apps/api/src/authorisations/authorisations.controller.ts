import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import {
  AuthorisationDto,
  AuthorisationPageDto,
  AuthorisationQueryDto,
  GrantAuthorisationDto,
  RevokeAuthorisationDto,
} from './authorisation.dto.js';
import { AuthorisationQueries } from './authorisation.queries.js';
import { GrantAuthorisation } from './grant-authorisation.js';
import { RevokeAuthorisation } from './revoke-authorisation.js';

@ApiTags('authorisations')
@ApiBearerAuth()
@Controller('api/v1/authorisations')
export class AuthorisationsController {
  constructor(
    private readonly queries: AuthorisationQueries,
    private readonly grantAuthorisation: GrantAuthorisation,
    private readonly revokeAuthorisation: RevokeAuthorisation,
  ) {}

  @Get()
  @Does('authorisation.list')
  @ApiOperation({
    operationId: 'listAuthorisations',
    summary: '授权委托清单：先到期的在前，R48、R50',
  })
  page(
    @Query() query: AuthorisationQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<AuthorisationPageDto> {
    return this.queries.page(query, actor);
  }

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('authorisation.grant')
  @ApiOperation({
    operationId: 'grantAuthorisation',
    summary: '科室授权本街道中心以其名义办结一个事项，R48、R50',
  })
  grant(
    @Body() body: GrantAuthorisationDto,
    @CurrentActor() actor: Actor,
  ): Promise<AuthorisationDto> {
    return this.grantAuthorisation.run(body, actor);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('authorisation.revoke')
  @ApiOperation({ operationId: 'revokeAuthorisation', summary: '收回授权（写明理由），R48' })
  revoke(
    @Param('id', UuidParam) id: string,
    @Body() body: RevokeAuthorisationDto,
    @CurrentActor() actor: Actor,
  ): Promise<AuthorisationDto> {
    return this.revokeAuthorisation.run(id, body, actor);
  }
}
