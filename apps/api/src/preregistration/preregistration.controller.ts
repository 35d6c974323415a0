import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@yikou/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Does, notFromForeignPage } from '../identity/index.js';
import { PositionParam, UuidParam } from '../path-params.js';
import { OneFile, type UploadedFile } from '../uploaded-file.js';
import { CaseDto } from '../workflow/index.js';
import { AddFile } from './add-file.js';
import {
  OpenedPreregistrationDto,
  PreregistrationPageDto,
  PreregistrationQueryDto,
  RegisterPreregistrationDto,
  SendPreregistrationDto,
  SentDto,
} from './preregistration.dto.js';
import { PreregistrationQueries } from './preregistration.queries.js';
import { ReadSentFile, RegisterPreregistration } from './register-preregistration.js';
import { SendPreregistration } from './send-preregistration.js';

/** Data and files before the visit (R71): sent by anybody, opened by the hall. */
@ApiTags('preregistration')
@Controller('api/v1')
export class PreregistrationController {
  constructor(
    private readonly send: SendPreregistration,
    private readonly addFile: AddFile,
    private readonly queries: PreregistrationQueries,
    private readonly registerOne: RegisterPreregistration,
    private readonly readFile: ReadSentFile,
  ) {}

  @Post('preregistrations')
  @Does('preregistration.send')
  @ApiOperation({ operationId: 'sendPreregistration', summary: '网上预登记；不开始计时，R71' })
  sendOne(@Body() body: SendPreregistrationDto, @Req() request: FastifyRequest): Promise<SentDto> {
    notFromForeignPage(request);
    return this.send.run(body);
  }

  @Post('preregistrations/materials/:position/files')
  @HttpCode(200)
  @ApiHeader({ name: 'Preregistration-Key', description: '提交时的 requestKey；不进地址栏和日志' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Does('preregistration.send')
  @ApiOperation({
    operationId: 'addPreregistrationFile',
    summary: '为预登记上传一项材料（按内容识别类型，20 MB 以内），R71',
  })
  add(
    @Headers('preregistration-key') key: string | undefined,
    @Param('position', PositionParam) position: number,
    @OneFile() file: UploadedFile,
    @Req() request: FastifyRequest,
  ): Promise<SentDto> {
    notFromForeignPage(request);
    return this.addFile.run(key ?? '', position, file);
  }

  @Get('hall/preregistrations')
  @Does('preregistration.list')
  @ApiOperation({ operationId: 'listPreregistrations', summary: '本单位的预登记，新的在前，R71' })
  page(
    @Query() query: PreregistrationQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PreregistrationPageDto> {
    return this.queries.page(query, actor);
  }

  @Get('hall/preregistrations/:id')
  @Does('preregistration.open')
  @ApiOperation({ operationId: 'openPreregistration', summary: '打开预登记（脱敏显示），R71' })
  open(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<OpenedPreregistrationDto> {
    return this.queries.open(id, actor);
  }

  @Get('hall/preregistrations/:id/files/:fileId')
  @Does('preregistration.open')
  @ApiOperation({ operationId: 'downloadPreregistrationFile', summary: '下载预登记的文件，R71' })
  read(
    @Param('id', UuidParam) id: string,
    @Param('fileId', UuidParam) fileId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('x-content-type-options', 'nosniff');
    return this.readFile.run(id, fileId, actor);
  }

  @Post('hall/preregistrations/:id/register')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('preregistration.register')
  @ApiOperation({
    operationId: 'registerPreregistration',
    summary: '预登记转为办件，无需重新录入，R71',
  })
  register(
    @Param('id', UuidParam) id: string,
    @Body() body: RegisterPreregistrationDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseDto> {
    return this.registerOne.run(id, body, actor);
  }
}
