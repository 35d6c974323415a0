import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
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
import { PositionParam, UuidParam } from '../path-params.js';
import { OneFile, type UploadedFile } from '../uploaded-file.js';
import { DownloadFile } from './download-file.js';
import {
  CaseMaterialsDto,
  ProgressDto,
  ProgressQueryDto,
  ReceiptDto,
  ReceiveMaterialDto,
} from './intake.dto.js';
import { MaterialsOfCase } from './materials-of-case.js';
import { ProgressQueries } from './progress.queries.js';
import { ReceiptQueries } from './receipt.queries.js';
import { ReceiveMaterial } from './receive-material.js';

/** Checklist, files, applicant and receipt of a case; progress for the public. */
@ApiTags('intake')
@ApiBearerAuth()
@Controller('api/v1')
export class IntakeController {
  constructor(
    private readonly materials: MaterialsOfCase,
    private readonly receiveMaterial: ReceiveMaterial,
    private readonly receipts: ReceiptQueries,
    private readonly downloadFile: DownloadFile,
    private readonly progressQueries: ProgressQueries,
  ) {}

  @Get('cases/:id/materials')
  @Does('material.list')
  @ApiOperation({ operationId: 'listMaterials', summary: '材料清单及已收文件，R33' })
  list(
    @Param('id', UuidParam) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CaseMaterialsDto> {
    return this.materials.run(id, actor);
  }

  @Post('cases/:id/materials/:position/receive')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Does('material.receive')
  @ApiOperation({ operationId: 'receiveMaterial', summary: '登记或取消登记一项纸质材料，R41' })
  receive(
    @Param('id', UuidParam) id: string,
    @Param('position', PositionParam) position: number,
    @Body() { received }: ReceiveMaterialDto,
    @CurrentActor() actor: Actor,
  ): Promise<CaseMaterialsDto> {
    return this.receiveMaterial.mark(id, position, received, actor);
  }

  @Post('cases/:id/materials/:position/files')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Does('material.attach')
  @ApiOperation({
    operationId: 'attachFile',
    summary: '上传一项材料的文件（按内容识别类型，20 MB 以内）',
  })
  attach(
    @Param('id', UuidParam) id: string,
    @Param('position', PositionParam) position: number,
    @OneFile() file: UploadedFile,
    @CurrentActor() actor: Actor,
  ): Promise<CaseMaterialsDto> {
    return this.receiveMaterial.attach(id, position, file, actor);
  }

  @Get('cases/:id/files/:fileId')
  @Does('material.download')
  @ApiOperation({ operationId: 'downloadFile', summary: '下载材料文件' })
  download(
    @Param('id', UuidParam) id: string,
    @Param('fileId', UuidParam) fileId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    reply.header('x-content-type-options', 'nosniff');
    return this.downloadFile.run(id, fileId, actor);
  }

  @Get('cases/:id/receipt')
  @Does('receipt.read')
  @ApiOperation({ operationId: 'getReceipt', summary: '收件凭证（打印用），R13、R41' })
  receipt(@Param('id', UuidParam) id: string, @CurrentActor() actor: Actor): Promise<ReceiptDto> {
    return this.receipts.receipt(id, actor);
  }

  @Post('progress')
  @HttpCode(200)
  @Does('progress.read')
  @ApiOperation({
    operationId: 'getProgress',
    summary: '凭办件编号和证件号后四位查进度；不进地址栏和日志，P7',
  })
  progress(@Body() query: ProgressQueryDto): Promise<ProgressDto> {
    return this.progressQueries.run(query);
  }
}
