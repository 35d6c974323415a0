import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply } from 'fastify';
import { CurrentActor, Does } from '../identity/index.js';
import { UuidParam } from '../path-params.js';
import { OneFile, type UploadedFile } from '../uploaded-file.js';
import { AuthorisationDocument } from './authorisation-document.js';
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
    private readonly document: AuthorisationDocument,
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

  @Post(':id/document')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Does('authorisation.attachDocument')
  @ApiOperation({
    operationId: 'attachAuthorisationDocument',
    summary: '上传签章的授权文件（重新上传则替换，审计留有两份的校验值），R48',
  })
  attachDocument(
    @Param('id', UuidParam) id: string,
    @OneFile() file: UploadedFile,
    @CurrentActor() actor: Actor,
  ): Promise<AuthorisationDto> {
    return this.document.attach(id, file, actor);
  }

  @Get(':id/document')
  @Does('authorisation.list')
  @ApiOperation({
    operationId: 'downloadAuthorisationDocument',
    summary: '下载签章的授权文件，R48',
  })
  readDocument(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('x-content-type-options', 'nosniff');
    return this.document.read(id, actor);
  }
}
